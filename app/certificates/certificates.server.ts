import { randomBytes } from "node:crypto";
import { href } from "~/addresses/href";
import { writeAudit } from "~/audit/audit.server";
import { groupDistributions } from "~/catalog/read/catalog.server";
import { Course } from "~/catalog/read/course";
import { dayIn } from "~/core/dates";
import type { EnrollmentId } from "~/core/ids";
import { alertOfSecond } from "~/learning/participant/second-certificate.server";
import type { PassedAttempt } from "~/learning/post-test/attempts.server";
import { db, type Queries } from "~/platform/db/client.server";
import { shopUrl } from "~/platform/http/shop-url.server";
import { queueMail } from "~/platform/outbox.server";
import { newSecret } from "~/platform/secrets.server";
import { certificateNumber } from "./certificate-number";
import { Snapshot, snapshotOf } from "./snapshot";

const Distributions = Course.shape.approval.shape.distributions;

/** Issues the certificate in the transaction of the passing attempt. Unique keys allow one per enrollment, and one per
 *  confirmed participant and course (EDUCATION 9); staff hear of any other under the same typed address. */
export async function issueCertificate(tx: Queries, passing: PassedAttempt): Promise<void> {
  const { enrollmentId, participantKey, courseId, at } = passing;
  const shop = await tx.shop.findUniqueOrThrow({ where: { id: 1 } });
  const { course, approval, participantName, orderId, ...learner } = await tx.enrollment.findUniqueOrThrow({
    where: { id: enrollmentId },
    include: { course: { select: { title: true } }, approval: { include: { distributions: true } } },
  });
  if (participantName === null) throw new Error(`enrollment ${enrollmentId} has no participant`);
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
      enrollmentId,
      participantKey,
      courseId,
      snapshot,
      demo: shop.mode !== "live",
      issuedAt: at,
    },
  });
  // SECURITY 16.3. The verification code opens the certificate, so it stays out of the audit.
  await writeAudit(tx, {
    actor: "post-test",
    action: "certificate.issued",
    subject: `enrollment:${enrollmentId}`,
    after: { number, referenceNumber: approval.referenceNumber },
    at,
  });
  const typed = { participantKey: learner.participantKey, id: { not: enrollmentId } };
  if ((await tx.certificate.count({ where: { courseId, enrollment: typed } })) > 0)
    await alertOfSecond(tx, { orderId, courseTitle: course.title, at });
  await queueMail(tx, { kind: "test-passed", payload: { enrollmentId }, orderId, at });
}

/** Throws a 404 if the enrollment has none yet. */
export async function readCertificate(enrollmentId: EnrollmentId) {
  const row = await db().certificate.findUnique({ where: { enrollmentId } });
  if (!row) throw new Response("There is no certificate yet. You get it when you pass the post-test.", { status: 404 });
  return { snapshot: Snapshot.parse(row.snapshot), demo: row.demo, verificationCode: row.verificationCode };
}
