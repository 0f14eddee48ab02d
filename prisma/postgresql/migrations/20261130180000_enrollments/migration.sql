-- American spelling, as on every screen: enrollment.
ALTER TABLE "Enrolment" RENAME TO "Enrollment";
ALTER TABLE "Attempt" RENAME COLUMN "enrolmentId" TO "enrollmentId";
ALTER TABLE "Certificate" RENAME COLUMN "enrolmentId" TO "enrollmentId";
ALTER TABLE "RefundUnit" RENAME COLUMN "enrolmentId" TO "enrollmentId";
ALTER TABLE "RefundRequest" RENAME COLUMN "enrolmentIds" TO "enrollmentIds";

ALTER INDEX "Enrolment_orderId_idx" RENAME TO "Enrollment_orderId_idx";
ALTER INDEX "Enrolment_participantKey_courseId_idx" RENAME TO "Enrollment_participantKey_courseId_idx";
ALTER INDEX "Enrolment_orderLineId_unit_key" RENAME TO "Enrollment_orderLineId_unit_key";
ALTER INDEX "Certificate_enrolmentId_key" RENAME TO "Certificate_enrollmentId_key";
ALTER TABLE "Enrollment" RENAME CONSTRAINT "Enrolment_pkey" TO "Enrollment_pkey";
ALTER TABLE "Enrollment" RENAME CONSTRAINT "Enrolment_orderId_fkey" TO "Enrollment_orderId_fkey";
ALTER TABLE "Enrollment" RENAME CONSTRAINT "Enrolment_orderLineId_fkey" TO "Enrollment_orderLineId_fkey";
ALTER TABLE "Enrollment" RENAME CONSTRAINT "Enrolment_courseId_fkey" TO "Enrollment_courseId_fkey";
ALTER TABLE "Enrollment" RENAME CONSTRAINT "Enrolment_approvalId_fkey" TO "Enrollment_approvalId_fkey";
ALTER TABLE "Enrollment" RENAME CONSTRAINT "Enrolment_attempts_check" TO "Enrollment_attempts_check";
ALTER TABLE "Enrollment" RENAME CONSTRAINT "Enrolment_unit_check" TO "Enrollment_unit_check";
ALTER TABLE "Attempt" RENAME CONSTRAINT "Attempt_enrolmentId_fkey" TO "Attempt_enrollmentId_fkey";
ALTER TABLE "Certificate" RENAME CONSTRAINT "Certificate_enrolmentId_fkey" TO "Certificate_enrollmentId_fkey";
ALTER TABLE "RefundUnit" RENAME CONSTRAINT "RefundUnit_enrolmentId_fkey" TO "RefundUnit_enrollmentId_fkey";

-- What was queued, and what the audit speaks of, keep their meaning.
UPDATE "OutboxMessage" SET "payload" = replace("payload"::text, '"enrolmentId"', '"enrollmentId"')::jsonb WHERE "payload" ? 'enrolmentId';
UPDATE "AuditEntry" SET "subject" = 'enrollment:' || substr("subject", 11) WHERE "subject" LIKE 'enrolment:%';
