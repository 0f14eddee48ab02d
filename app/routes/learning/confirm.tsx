import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readForm } from "~/core/form/read";
import { openConfirmation } from "~/customers/open.server";
import { confirmLearner, readConfirmation } from "~/learning/participant/confirm.server";
import { ConfirmPage } from "~/learning/participant/confirm-page";
import { pageTitle } from "~/ui/page-meta";
import { useActionData, useLoaderData } from "~/ui/route-data";

export const meta = pageTitle("Confirm your name");

/** Only reads, because a mail scanner that opens the link must not confirm. */
export async function loader(args: LoaderFunctionArgs) {
  const { enrollmentId, coursePages } = await openConfirmation(args);
  const { email, units, isConfirmed, seen } = await readConfirmation(enrollmentId);
  const courses = units.map((unit) => ({
    ...{ id: unit.id, title: unit.course.title, name: unit.participantName },
    path: coursePages(unit).overview(),
  }));
  return { email, courses, isConfirmed, seen };
}

export async function action(args: ActionFunctionArgs) {
  const { enrollmentId } = await openConfirmation(args);
  const seen = String((await readForm(args.request)).get("seen") ?? "").replace(/\r\n?/g, "\n");
  const confirmed = await confirmLearner(enrollmentId, seen);
  if (!confirmed.ok) return json({ isChanged: true }, { status: 409 });
  return redirect(new URL(args.request.url).pathname, 303);
}

export default function LearningConfirm() {
  return (
    <ConfirmPage {...useLoaderData<typeof loader>()} isChanged={useActionData<typeof action>()?.isChanged ?? false} />
  );
}
