-- A learner named by somebody else confirms before the test; a typed address blocks no certificate.
-- AlterTable
ALTER TABLE "Enrollment" ADD COLUMN "confirmedAt" DATETIME;
ALTER TABLE "Enrollment" ADD COLUMN "mustConfirm" BOOLEAN NOT NULL DEFAULT false;

-- Learners whose certificate was issued count as confirmed; a certificate's key is kept.
UPDATE "Enrollment" SET "confirmedAt" = "passedAt" WHERE "passedAt" IS NOT NULL AND "participantKey" IS NOT NULL;

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Certificate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" TEXT NOT NULL,
    "verificationCode" TEXT NOT NULL,
    "enrollmentId" TEXT NOT NULL,
    "participantKey" TEXT,
    "courseId" TEXT NOT NULL,
    "snapshot" JSONB NOT NULL,
    "demo" BOOLEAN NOT NULL,
    "issuedAt" DATETIME NOT NULL,
    CONSTRAINT "Certificate_enrollmentId_fkey" FOREIGN KEY ("enrollmentId") REFERENCES "Enrollment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Certificate" ("id", "number", "verificationCode", "enrollmentId", "participantKey", "courseId", "snapshot", "demo", "issuedAt") SELECT "id", "number", "verificationCode", "enrollmentId", "participantKey", "courseId", "snapshot", "demo", "issuedAt" FROM "Certificate";
DROP TABLE "Certificate";
ALTER TABLE "new_Certificate" RENAME TO "Certificate";
CREATE UNIQUE INDEX "Certificate_number_key" ON "Certificate"("number");
CREATE UNIQUE INDEX "Certificate_verificationCode_key" ON "Certificate"("verificationCode");
CREATE UNIQUE INDEX "Certificate_enrollmentId_key" ON "Certificate"("enrollmentId");
CREATE UNIQUE INDEX "Certificate_participantKey_courseId_key" ON "Certificate"("participantKey", "courseId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- A mailed link continues an unpaid checkout in another browser.
-- CreateTable
CREATE TABLE "ContinueLink" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "orderId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    CONSTRAINT "ContinueLink_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "ContinueLink_orderId_idx" ON "ContinueLink"("orderId");

-- CreateIndex
CREATE INDEX "ContinueLink_endsAt_idx" ON "ContinueLink"("endsAt");
