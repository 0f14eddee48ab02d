-- Mailed links hold their row's version, so that they can be revoked.
-- AlterTable
ALTER TABLE "Order" ADD COLUMN "linkVersion" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Enrollment" ADD COLUMN "linkVersion" INTEGER NOT NULL DEFAULT 1;
