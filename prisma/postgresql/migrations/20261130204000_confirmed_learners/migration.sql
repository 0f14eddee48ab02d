-- A learner named by somebody else confirms before the test; a typed address blocks no certificate.
-- AlterTable
ALTER TABLE "Enrollment" ADD COLUMN "confirmedAt" TIMESTAMP(3),
ADD COLUMN "mustConfirm" BOOLEAN NOT NULL DEFAULT false;

-- Learners whose certificate was issued count as confirmed; a certificate's key is kept.
UPDATE "Enrollment" SET "confirmedAt" = "passedAt" WHERE "passedAt" IS NOT NULL AND "participantKey" IS NOT NULL;

-- AlterTable
ALTER TABLE "Certificate" ALTER COLUMN "participantKey" DROP NOT NULL;

-- A mailed link continues an unpaid checkout in another browser.
-- CreateTable
CREATE TABLE "ContinueLink" (
    "id" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "endsAt" TIMESTAMP(3) NOT NULL,
    "usedAt" TIMESTAMP(3),

    CONSTRAINT "ContinueLink_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ContinueLink_orderId_idx" ON "ContinueLink"("orderId");

-- CreateIndex
CREATE INDEX "ContinueLink_endsAt_idx" ON "ContinueLink"("endsAt");

-- AddForeignKey
ALTER TABLE "ContinueLink" ADD CONSTRAINT "ContinueLink_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE CASCADE ON UPDATE CASCADE;
