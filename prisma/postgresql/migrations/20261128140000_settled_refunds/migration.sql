-- Staff say when a refund that failed is settled in another way.
-- AlterTable
ALTER TABLE "Refund" ADD COLUMN "settledAt" TIMESTAMP(3);
