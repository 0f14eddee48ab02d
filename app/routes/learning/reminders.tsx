import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { formatDay } from "~/core/dates";
import { learningPath, requireLearningLink } from "~/learning/enrollment/links.server";
import { readEnrollment } from "~/learning/enrollment/read.server";
import { stopReminders } from "~/mail/reminders/opt-out.server";
import { OptOutForm } from "~/mail/reminders/opt-out-form";
import { Container, PageHeader } from "~/ui/page";
import { pageTitle } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export async function loader(args: LoaderFunctionArgs) {
  const id = await requireLearningLink(args);
  const { courseTitle, approval } = await readEnrollment(id);
  const isDone = new URL(args.request.url).searchParams.has("done");
  return { courseTitle, endsOn: formatDay(approval.endsOn), isDone, coursePath: learningPath(id) };
}

export const meta = pageTitle("Reminders");

export async function action(args: ActionFunctionArgs) {
  const id = await requireLearningLink(args);
  await stopReminders(id);
  return redirect(learningPath(id, "learningReminders", { done: "yes" }), 303);
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
