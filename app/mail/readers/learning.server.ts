import { readCertificate } from "~/certificates/certificates.server";
import { dayIn, daysBetween } from "~/core/dates";
import type { EnrollmentId } from "~/core/ids";
import { failed, ok } from "~/core/result";
import { type Enrolment, readEnrolment } from "~/learning/enrolments.server";
import { learningPath } from "~/learning/links.server";
import { now } from "~/platform/clock.server";
import { shopUrl } from "~/platform/http/shop-url.server";
import { readShop } from "~/shop/shop.server";
import { approvalEndingLetter } from "../letters/approval-ending";
import { testPassedLetter } from "../letters/test-passed";
import { lastReminderDays } from "../reminders";
import type { Read, Recipient } from "./addressed";

type Payload = { enrolmentId: EnrollmentId };

/** Undefined where there is none (any more), or nobody learns with it. */
async function find(
  enrolmentId: EnrollmentId,
): Promise<{ enrolment: Enrolment; to: Recipient; name: string } | undefined> {
  const enrolment = await readEnrolment(enrolmentId).catch((error: unknown) => {
    if (error instanceof Response && error.status === 404) return undefined;
    throw error;
  });
  if (!enrolment?.participant) return undefined;
  const { name, email } = enrolment.participant;
  return { enrolment, name, to: { name, address: email } };
}

const missing = { kind: "impossible" as const, why: "its enrolment is missing or has no learner" };

export async function readTestPassed({ enrolmentId }: Payload): Read {
  const found = await find(enrolmentId);
  if (!found) return failed(missing);
  if (found.enrolment.certificateNumber === undefined)
    return failed({ kind: "impossible", why: "there is no certificate" });
  const { snapshot, demo } = await readCertificate(enrolmentId);
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
    certificateUrl: shopUrl(learningPath(enrolmentId, "learningCertificate")),
    verificationUrl: snapshot.verificationUrl,
  });
  return ok({ to: found.to, letter });
}

export async function readApprovalEnding({ enrolmentId }: Payload): Read {
  const found = await find(enrolmentId);
  if (!found) return failed(missing);
  const { enrolment, name, to } = found;
  if (enrolment.standing.kind !== "open")
    return failed({ kind: "not-needed", why: `the test is no longer open: ${enrolment.standing.kind}` });
  const { timeZone } = await readShop();
  const daysLeft = daysBetween(dayIn(now(), timeZone), enrolment.approval.endsOn);
  const letter = approvalEndingLetter({
    participant: name,
    courseTitle: enrolment.courseTitle,
    approvalEndsOn: enrolment.approval.endsOn,
    daysLeft,
    attemptsLeft: enrolment.standing.attemptsLeft,
    isLast: daysLeft <= lastReminderDays,
    courseUrl: shopUrl(learningPath(enrolmentId)),
    optOutUrl: shopUrl(learningPath(enrolmentId, "learningReminders")),
  });
  return ok({ to, letter });
}
