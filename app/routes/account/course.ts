import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { EnrollmentId } from "~/core/ids";
import { requireOwnEnrolment } from "~/customers/own.server";
import { learningPath } from "~/learning/links.server";

/** The learner's own course has one page, which its mailed link opens too. */
export async function loader(args: LoaderFunctionArgs) {
  const path = learningPath(await requireOwnEnrolment(args, EnrollmentId.parse(args.params.enrolment ?? "")));
  return redirect(path, { status: 303, headers: { "Cache-Control": "no-store, private" } });
}
