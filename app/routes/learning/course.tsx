import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readForm } from "~/core/form/read";
import { attemptPath, learningPath, requireLearningLink } from "~/learning/enrollment/links.server";
import { readEnrollment } from "~/learning/enrollment/read.server";
import { Overview } from "~/learning/overview/view";
import { nameParticipant } from "~/learning/participant/name.server";
import { namingErrors } from "~/learning/participant/naming-errors";
import { Participant } from "~/learning/participant/participant";
import { Container, PageHeader } from "~/ui/page";
import { pageTitle } from "~/ui/page-meta";
import { useActionData, useLoaderData } from "~/ui/route-data";

export async function loader(args: LoaderFunctionArgs) {
  const id = await requireLearningLink(args);
  const enrollment = await readEnrollment(id);
  const { courseTitle, hasReading, participant, approval, daysLeft, passedOn, standing } = enrollment;
  const attempts = enrollment.attempts.map((attempt) => ({ ...attempt, path: attemptPath(id, attempt.number) }));
  const paths = {
    read: learningPath(id, "learningRead"),
    test: learningPath(id, "learningTest"),
    certificate: learningPath(id, "learningCertificate"),
  };
  return { courseTitle, hasReading, participant, approval, daysLeft, attempts, passedOn, standing, paths };
}

export const meta = pageTitle<typeof loader>((learning) =>
  learning ? `${learning.courseTitle}: learning` : "Learning",
);

export async function action(args: ActionFunctionArgs) {
  const id = await requireLearningLink(args);
  const submission = parseWithZod(await readForm(args.request), { schema: Participant });
  if (submission.status !== "success") return json(submission.reply(), { status: 400 });
  const named = await nameParticipant(id, submission.value);
  if (!named.ok) return json(submission.reply(namingErrors(named.problem)), { status: 400 });
  return redirect(learningPath(id), 303);
}

export default function Learning() {
  const learning = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <Container>
      <PageHeader title={learning.courseTitle} />
      <Overview learning={learning} result={result} />
    </Container>
  );
}
