import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { issueCertificate } from "~/certificates/certificates.server";
import { readForm } from "~/core/form/read";
import { openEnrollment } from "~/customers/open.server";
import { readEnrollment } from "~/learning/enrollment/read.server";
import { maximumAttempts } from "~/learning/enrollment/standing";
import { StandingNotice } from "~/learning/enrollment/standing-notice";
import { confirmInAccount } from "~/learning/participant/confirm.server";
import { answerSheet } from "~/learning/post-test/answers";
import { readPostTest, submitAttempt } from "~/learning/post-test/attempts.server";
import { draftKey } from "~/learning/post-test/draft-key";
import { TestForm } from "~/learning/post-test/form";
import { correctToPass, openQuestions } from "~/learning/post-test/grading";
import { sendMailSoon } from "~/mail/deliver/deliver.server";
import { Container, PageHeader } from "~/ui/page";
import { pageTitle } from "~/ui/page-meta";
import { useActionData, useLoaderData } from "~/ui/route-data";

export async function loader(args: LoaderFunctionArgs) {
  const { enrollmentId: id, pages, isLearner } = await openEnrollment(args);
  const enrollment = await readEnrollment(id, undefined, { isLearner });
  const test = await readPostTest(enrollment);
  if (enrollment.standing.kind !== "open" || !test) throw redirect(pages.overview(), 303);
  const attempt = enrollment.attemptsUsed + 1;
  return {
    title: enrollment.courseTitle,
    learner: enrollment.participant?.name,
    standing: enrollment.standing,
    daysLeft: enrollment.daysLeft,
    approvalEndsOn: enrollment.approval.endsOn,
    attempt,
    postTestId: test.id,
    questions: openQuestions(test.questions),
    draftKey: draftKey(id, attempt),
    overviewPath: pages.overview(),
  };
}

export const meta = pageTitle<typeof loader>((test) => (test ? `Post-test: ${test.title}` : "Post-test"));

export async function action(args: ActionFunctionArgs) {
  const { enrollmentId, pages, isLearner } = await openEnrollment(args);
  const test = await readPostTest(await readEnrollment(enrollmentId));
  if (!test) throw redirect(pages.overview(), 303);
  const schema = answerSheet(openQuestions(test.questions));
  const submission = parseWithZod(await readForm(args.request), { schema });
  if (submission.status !== "success") return json(submission.reply(), { status: 400 });
  const { attempt, test: postTestId, answers } = submission.value;
  if (isLearner) await confirmInAccount(enrollmentId);
  const counted = await submitAttempt({ enrollmentId, number: attempt, postTestId, answers }, issueCertificate);
  if (counted.ok) {
    sendMailSoon();
    return redirect(pages.attempt(counted.value.number), 303);
  }
  if (counted.problem.kind === "changed")
    return json(submission.reply({ formErrors: ["The test has changed. Check every answer, then submit again."] }), {
      status: 409,
    });
  return redirect(pages.overview(), 303);
}

export default function LearningTest() {
  const test = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { questions, attempt, postTestId, draftKey: key } = test;
  return (
    <Container narrow>
      <PageHeader crumbs={[{ to: test.overviewPath, label: "Your course" }]} title={test.title}>
        <p>
          Post-test, attempt {attempt} of {maximumAttempts}. {correctToPass(questions.length)} of {questions.length}{" "}
          correct answers to pass. The certificate will be for <strong>{test.learner}</strong>.
        </p>
      </PageHeader>
      <div className="space-y-8">
        <StandingNotice standing={test.standing} daysLeft={test.daysLeft} approvalEndsOn={test.approvalEndsOn} />
        <TestForm questions={questions} attempt={attempt} postTestId={postTestId} draftKey={key} result={result} />
      </div>
    </Container>
  );
}
