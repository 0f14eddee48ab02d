import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { formatDay } from "~/core/dates";
import { openEnrollment } from "~/customers/open.server";
import { readEnrollment } from "~/learning/enrollment/read.server";
import { stopReminders } from "~/mail/reminders/opt-out.server";
import { OptOutForm } from "~/mail/reminders/opt-out-form";
import { Container, PageHeader } from "~/ui/page";
import { pageTitle } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export async function loader(args: LoaderFunctionArgs) {
  const { enrollmentId, pages } = await openEnrollment(args);
  const { courseTitle, approval } = await readEnrollment(enrollmentId);
  const isDone = new URL(args.request.url).searchParams.has("done");
  return { courseTitle, endsOn: formatDay(approval.endsOn), isDone, coursePath: pages.overview() };
}

export const meta = pageTitle("Reminders");

export async function action(args: ActionFunctionArgs) {
  const { enrollmentId, pages } = await openEnrollment(args);
  await stopReminders(enrollmentId);
  return redirect(pages.reminders({ done: "yes" }), 303);
}

export default function LearningReminders() {
  const { courseTitle, endsOn, isDone, coursePath } = useLoaderData<typeof loader>();
  return (
    <Container narrow>
      <PageHeader crumbs={[{ to: coursePath, label: "Your course" }]} title={courseTitle} />
      <OptOutForm endsOn={endsOn} isDone={isDone} coursePath={coursePath} />
    </Container>
  );
}
