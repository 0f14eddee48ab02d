-- American spelling, as on every screen: enrollment.
ALTER TABLE "Enrolment" RENAME TO "Enrollment";
ALTER TABLE "Attempt" RENAME COLUMN "enrolmentId" TO "enrollmentId";
ALTER TABLE "Certificate" RENAME COLUMN "enrolmentId" TO "enrollmentId";
ALTER TABLE "RefundUnit" RENAME COLUMN "enrolmentId" TO "enrollmentId";
ALTER TABLE "RefundRequest" RENAME COLUMN "enrolmentIds" TO "enrollmentIds";

DROP INDEX "Enrolment_orderId_idx";
DROP INDEX "Enrolment_participantKey_courseId_idx";
DROP INDEX "Enrolment_orderLineId_unit_key";
DROP INDEX "Certificate_enrolmentId_key";
CREATE INDEX "Enrollment_orderId_idx" ON "Enrollment"("orderId");
CREATE INDEX "Enrollment_participantKey_courseId_idx" ON "Enrollment"("participantKey", "courseId");
CREATE UNIQUE INDEX "Enrollment_orderLineId_unit_key" ON "Enrollment"("orderLineId", "unit");
CREATE UNIQUE INDEX "Certificate_enrollmentId_key" ON "Certificate"("enrollmentId");

-- What was queued, and what the audit speaks of, keep their meaning.
UPDATE "OutboxMessage" SET "payload" = replace("payload", '"enrolmentId"', '"enrollmentId"') WHERE "payload" LIKE '%"enrolmentId"%';
UPDATE "AuditEntry" SET "subject" = 'enrollment:' || substr("subject", 11) WHERE "subject" LIKE 'enrolment:%';
