import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { href } from "~/addresses/href";
import { readForm } from "~/core/form/read";
import { openEnrollment } from "~/customers/open.server";
import { readEnrollment } from "~/learning/enrollment/read.server";
import { Overview } from "~/learning/overview/view";
import { resendIntent } from "~/learning/participant/awaited";
import { nameParticipant } from "~/learning/participant/name.server";
import { namingErrors } from "~/learning/participant/naming-errors";
import { Participant } from "~/learning/participant/participant";
import { sendMailSoon } from "~/mail/deliver/deliver.server";
import { resendLearnerLetter } from "~/mail/resend/learner-letter.server";
import { Container, PageHeader } from "~/ui/page";
import { pageTitle } from "~/ui/page-meta";
import { useActionData, useLoaderData } from "~/ui/route-data";

export async function loader(args: LoaderFunctionArgs) {
  const { enrollmentId, pages, canLearn, isAccount, isLearner } = await openEnrollment(args, { orBuyer: true });
  const enrollment = await readEnrollment(enrollmentId, undefined, { isLearner });
  const isAwaited = enrollment.mustConfirm && !enrollment.isConfirmed;
  const canConfirm = isAwaited || (enrollment.certificateNumber !== undefined && !enrollment.isConfirmed);
  const letter = new URL(args.request.url).searchParams.get("letter");
  const { courseTitle, hasReading, participant, approval, daysLeft, passedOn, standing, attemptsUsed } = enrollment;
  const attempts = enrollment.attempts.map((attempt) => ({ ...attempt, path: pages.attempt(attempt.number) }));
  const paths = { read: pages.read(), test: pages.test(), certificate: pages.certificate() };
  return {
    ...{ courseTitle, hasReading, participant, approval, daysLeft, passedOn, standing, isAccount },
    ...{ isAwaited, confirmPath: isLearner && canConfirm ? pages.confirm() : undefined },
    letter: letters.find((known) => known === letter),
    ...{ isTested: attemptsUsed > 0, attempts: canLearn ? attempts : [], paths: canLearn ? paths : undefined },
  };
}

const letters = ["sent", "limit"] as const;

export const meta = pageTitle<typeof loader>((learning) =>
  learning ? `${learning.courseTitle}: learning` : "Learning",
);

export async function action(args: ActionFunctionArgs) {
  const { enrollmentId, pages, afterGivingAway, isLearner } = await openEnrollment(args, { orBuyer: true });
  const form = await readForm(args.request);
  if (form.get("intent") === resendIntent) {
    const isSent = await resendLearnerLetter(enrollmentId);
    sendMailSoon();
    return redirect(pages.overview({ letter: isSent ? "sent" : "limit" }), 303);
  }
  const submission = parseWithZod(form, { schema: Participant });
  if (submission.status !== "success") return json(submission.reply(), { status: 400 });
  const named = await nameParticipant(enrollmentId, submission.value, { isLearner });
  if (!named.ok) return json(submission.reply(namingErrors(named.problem)), { status: 400 });
  sendMailSoon();
  return redirect(named.value.isRevoked ? afterGivingAway : pages.overview(), 303);
}

export default function Learning() {
  const learning = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <Container>
      <PageHeader
        crumbs={learning.isAccount ? [{ to: href("account"), label: "Your account" }] : []}
        title={learning.courseTitle}
      />
      <Overview learning={learning} result={result} />
    </Container>
  );
}
