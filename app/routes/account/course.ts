import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { EnrollmentId } from "~/core/ids";
import { requireOwnEnrollment } from "~/customers/own.server";
import { learningPath } from "~/learning/enrollment/links.server";

/** Redirects to the learner's course page, the same one its mailed link opens. */
export async function loader(args: LoaderFunctionArgs) {
  const path = learningPath(await requireOwnEnrollment(args, EnrollmentId.parse(args.params.enrollment ?? "")));
  return redirect(path, 303);
}
