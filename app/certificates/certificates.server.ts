import { randomBytes } from "node:crypto";
import { href } from "~/addresses/href";
import { writeAudit } from "~/audit/audit.server";
import { groupDistributions } from "~/catalog/read/catalog.server";
import { Course } from "~/catalog/read/course";
import { dayIn } from "~/core/dates";
import type { EnrollmentId } from "~/core/ids";
import type { Passing } from "~/learning/attempts.server";
import { db, type Queries } from "~/platform/db/client.server";
import { shopUrl } from "~/platform/http/shop-url.server";
import { queueMail } from "~/platform/outbox.server";
import { newSecret } from "~/platform/secrets.server";
import { certificateNumber } from "./certificate-number";
import { Snapshot, snapshotOf } from "./snapshot";

const Distributions = Course.shape.approval.shape.distributions;

/** The certificate of somebody who just passed, in the transaction of the attempt: once per enrolment, and once per
 *  participant and course (EDUCATION 9), by unique keys. */
export async function issueCertificate(tx: Queries, passing: Passing): Promise<void> {
  const { enrolmentId, participantKey, courseId, at } = passing;
  const shop = await tx.shop.findUniqueOrThrow({ where: { id: 1 } });
  const { course, approval, participantName, orderId } = await tx.enrolment.findUniqueOrThrow({
    where: { id: enrolmentId },
    include: { course: { select: { title: true } }, approval: { include: { distributions: true } } },
  });
  if (participantName === null) throw new Error(`enrolment ${enrolmentId} has no participant`);
  const completedOn = dayIn(at, shop.timeZone);
  const number = certificateNumber(completedOn.slice(0, 4), randomBytes(8));
  const verificationCode = newSecret();
  const snapshot = snapshotOf({
    number,
    verificationUrl: shopUrl(href("verifyCertificate", { code: verificationCode })),
    participant: participantName,
    courseTitle: course.title,
    approval: { ...approval, distributions: Distributions.parse(groupDistributions(approval.distributions)) },
    completedOn,
    shop,
  });
  await tx.certificate.create({
    data: {
      number,
      verificationCode,
      enrolmentId,
      participantKey,
      courseId,
      snapshot,
      demo: shop.mode !== "live",
      issuedAt: at,
    },
  });
  // SECURITY 16.3. The verification code opens the certificate, so it is not written down.
  await writeAudit(tx, {
    actor: "post-test",
    action: "certificate.issued",
    subject: `enrolment:${enrolmentId}`,
    after: { number, referenceNumber: approval.referenceNumber },
    at,
  });
  await queueMail(tx, { kind: "test-passed", payload: { enrolmentId }, orderId, at });
}

/** Throws a 404 where the enrolment has none yet. */
export async function readCertificate(enrolmentId: EnrollmentId) {
  const row = await db().certificate.findUnique({ where: { enrolmentId } });
  if (!row)
    throw new Response("There is no certificate yet: it is issued when the post-test is passed.", { status: 404 });
  return { snapshot: Snapshot.parse(row.snapshot), demo: row.demo, verificationCode: row.verificationCode };
}
