import { readCertificate } from "~/certificates/certificates.server";
import { dayIn, daysBetween } from "~/core/dates";
import type { EnrollmentId } from "~/core/ids";
import { failed, ok } from "~/core/result";
import { linkedLearningPages } from "~/learning/enrollment/links.server";
import { type Enrollment, readEnrollment } from "~/learning/enrollment/read.server";
import { isTestable, maximumAttempts } from "~/learning/enrollment/standing";
import { now } from "~/platform/clock.server";
import { shopUrl } from "~/platform/http/shop-url.server";
import { readShop } from "~/shop/shop.server";
import { approvalEndingLetter } from "../letters/approval-ending";
import { testPassedLetter } from "../letters/test-passed";
import { lastReminderDays } from "../reminders/schedule";
import type { Read, Recipient } from "./addressed";

type Payload = { enrollmentId: EnrollmentId };

/** Undefined if there is none (anymore) or it has no learner. */
async function find(
  enrollmentId: EnrollmentId,
): Promise<{ enrollment: Enrollment; to: Recipient; name: string } | undefined> {
  const enrollment = await readEnrollment(enrollmentId).catch((error: unknown) => {
    if (error instanceof Response && error.status === 404) return undefined;
    throw error;
  });
  if (!enrollment?.participant) return undefined;
  const { name, email } = enrollment.participant;
  return { enrollment, name, to: { name, address: email } };
}

const missing = { kind: "impossible" as const, why: "its enrollment is missing or has no learner" };

export async function readTestPassed({ enrollmentId }: Payload): Read {
  const found = await find(enrollmentId);
  if (!found) return failed(missing);
  if (found.enrollment.certificateNumber === undefined)
    return failed({ kind: "impossible", why: "there is no certificate" });
  const { snapshot, demo } = await readCertificate(enrollmentId);
  const letter = testPassedLetter({
    participant: snapshot.participant,
    courseTitle: snapshot.courseTitle,
    certificateNumber: snapshot.number,
    referenceNumber: snapshot.referenceNumber,
    approver: snapshot.approver,
    category: snapshot.category,
    credits: snapshot.credits,
    disciplines: snapshot.disciplines.map(({ name, credits }) => ({ name, credits })),
    completedOn: snapshot.completedOn,
    isDemo: demo,
    certificateUrl: shopUrl(linkedLearningPages(found.enrollment).certificate()),
    verificationUrl: snapshot.verificationUrl,
  });
  return ok({ to: found.to, letter });
}

export async function readApprovalEnding({ enrollmentId }: Payload): Read {
  const found = await find(enrollmentId);
  if (!found) return failed(missing);
  const { enrollment, name, to } = found;
  if (!isTestable(enrollment.standing))
    return failed({ kind: "not-needed", why: `the test is no longer open: ${enrollment.standing.kind}` });
  const pages = linkedLearningPages(enrollment);
  const { timeZone } = await readShop();
  const daysLeft = daysBetween(dayIn(now(), timeZone), enrollment.approval.endsOn);
  const letter = approvalEndingLetter({
    participant: name,
    courseTitle: enrollment.courseTitle,
    approvalEndsOn: enrollment.approval.endsOn,
    daysLeft,
    attemptsLeft: maximumAttempts - enrollment.attemptsUsed,
    isLast: daysLeft <= lastReminderDays,
    courseUrl: shopUrl(pages.overview()),
    optOutUrl: shopUrl(pages.reminders()),
  });
  return ok({ to, letter });
}
