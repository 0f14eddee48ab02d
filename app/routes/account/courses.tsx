import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireCustomer } from "~/accounts/customer-session.server";
import { CoursesView } from "~/customers/courses-view";
import { entryOf } from "~/learning/enrollment/entry";
import { learningPages } from "~/learning/enrollment/pages";
import { enrollmentsOfParticipant } from "~/learning/enrollment/read.server";
import { pageTitle } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export const meta = pageTitle("Your courses");

export async function loader({ request }: LoaderFunctionArgs) {
  const { customerKey } = await requireCustomer(request);
  const units = await enrollmentsOfParticipant(customerKey);
  return { courses: units.map((unit) => entryOf(unit, { pages: learningPages(unit.id), canLearn: true })) };
}

export default function AccountCourses() {
  return <CoursesView {...useLoaderData<typeof loader>()} />;
}
