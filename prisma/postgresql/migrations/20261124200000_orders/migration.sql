-- Checkout and orders: what was received and refunded, the ledger, shipping by zone and weight, disputes, customers.
-- CreateEnum
CREATE TYPE "LedgerKind" AS ENUM ('payment', 'fee', 'refund', 'refund_failure', 'dispute', 'payout', 'adjustment');

-- CreateEnum
CREATE TYPE "OrderPurpose" AS ENUM ('self', 'gift', 'colleagues');

-- CreateEnum
CREATE TYPE "RefundKind" AS ENUM ('unfulfilled', 'full', 'units', 'amount', 'outside');

-- CreateEnum
CREATE TYPE "RefundRequestState" AS ENUM ('open', 'granted', 'declined');

-- AlterTable
ALTER TABLE "Enrolment" ADD COLUMN     "refundId" TEXT,
ADD COLUMN     "withdrawnAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "cardBrand" TEXT,
ADD COLUMN     "cardLast4" TEXT,
ADD COLUMN     "giftMessage" TEXT,
ADD COLUMN     "purpose" "OrderPurpose" NOT NULL DEFAULT 'self',
ADD COLUMN     "receivedCents" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "refundedCents" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "shippingZone" TEXT,
ADD COLUMN     "stripeChargeId" TEXT,
ADD COLUMN     "stripeCustomerId" TEXT,
ADD COLUMN     "taxCents" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "termsVersion" TEXT,
ADD COLUMN     "weightGrams" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Refund" ADD COLUMN     "failure" TEXT,
ADD COLUMN     "finalAt" TIMESTAMP(3),
ADD COLUMN     "itemsCents" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "kind" "RefundKind" NOT NULL DEFAULT 'unfulfilled',
ADD COLUMN     "requestedBy" TEXT NOT NULL DEFAULT 'shop',
ADD COLUMN     "restock" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "shippingCents" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "taxCents" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "withdrawAccess" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "StripeEvent" ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "givenUpAt" TIMESTAMP(3),
ADD COLUMN     "lastError" TEXT,
ADD COLUMN     "objectId" TEXT;

-- AlterTable
ALTER TABLE "OutboxMessage" ADD COLUMN     "givenUpAt" TIMESTAMP(3),
ADD COLUMN     "orderId" TEXT,
ADD COLUMN     "recipient" TEXT;

-- CreateTable
CREATE TABLE "Customer" (
    "id" TEXT NOT NULL,
    "customerKey" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Customer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CustomerSession" (
    "id" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "lastSeenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CustomerSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInLink" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "endsAt" TIMESTAMP(3) NOT NULL,
    "usedAt" TIMESTAMP(3),

    CONSTRAINT "SignInLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerEntry" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "day" TEXT NOT NULL,
    "kind" "LedgerKind" NOT NULL,
    "reference" TEXT NOT NULL,
    "orderId" TEXT,
    "memo" TEXT,

    CONSTRAINT "LedgerEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerPosting" (
    "entryId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "account" TEXT NOT NULL,
    "amountCents" INTEGER NOT NULL,

    CONSTRAINT "LedgerPosting_pkey" PRIMARY KEY ("entryId","position")
);

-- CreateTable
CREATE TABLE "Reconciliation" (
    "day" TEXT NOT NULL,
    "checkedAt" TIMESTAMP(3) NOT NULL,
    "stripeCents" INTEGER NOT NULL,
    "ledgerCents" INTEGER NOT NULL,
    "differences" JSONB NOT NULL,

    CONSTRAINT "Reconciliation_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "OrderSeat" (
    "orderId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,

    CONSTRAINT "OrderSeat_pkey" PRIMARY KEY ("orderId","position")
);

-- CreateTable
CREATE TABLE "OrderNote" (
    "id" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "by" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "OrderNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RefundUnit" (
    "refundId" TEXT NOT NULL,
    "enrolmentId" TEXT NOT NULL,
    "amountCents" INTEGER NOT NULL,

    CONSTRAINT "RefundUnit_pkey" PRIMARY KEY ("refundId","enrolmentId")
);

-- CreateTable
CREATE TABLE "RefundRequest" (
    "id" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "enrolmentIds" JSONB NOT NULL,
    "state" "RefundRequestState" NOT NULL DEFAULT 'open',
    "decidedAt" TIMESTAMP(3),
    "decidedBy" TEXT,
    "answer" TEXT,

    CONSTRAINT "RefundRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Dispute" (
    "id" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "amountCents" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "openedAt" TIMESTAMP(3) NOT NULL,
    "dueBy" TIMESTAMP(3),
    "closedAt" TIMESTAMP(3),

    CONSTRAINT "Dispute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ShippingZone" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "regions" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ShippingZone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ShippingRate" (
    "zoneId" TEXT NOT NULL,
    "upToGrams" INTEGER NOT NULL,
    "priceCents" INTEGER NOT NULL,

    CONSTRAINT "ShippingRate_pkey" PRIMARY KEY ("zoneId","upToGrams")
);

-- CreateTable
CREATE TABLE "Shipment" (
    "id" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "carrier" TEXT NOT NULL,
    "trackingNumber" TEXT,
    "shippedAt" TIMESTAMP(3) NOT NULL,
    "by" TEXT NOT NULL,

    CONSTRAINT "Shipment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ShipmentLine" (
    "shipmentId" TEXT NOT NULL,
    "orderLineId" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,

    CONSTRAINT "ShipmentLine_pkey" PRIMARY KEY ("shipmentId","orderLineId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Customer_customerKey_key" ON "Customer"("customerKey");

-- CreateIndex
CREATE INDEX "SignInLink_endsAt_idx" ON "SignInLink"("endsAt");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerEntry_reference_key" ON "LedgerEntry"("reference");

-- CreateIndex
CREATE INDEX "LedgerEntry_day_idx" ON "LedgerEntry"("day");

-- CreateIndex
CREATE INDEX "LedgerEntry_orderId_idx" ON "LedgerEntry"("orderId");

-- CreateIndex
CREATE INDEX "LedgerPosting_account_idx" ON "LedgerPosting"("account");

-- CreateIndex
CREATE INDEX "OrderNote_orderId_at_idx" ON "OrderNote"("orderId", "at");

-- CreateIndex
CREATE INDEX "RefundRequest_orderId_idx" ON "RefundRequest"("orderId");

-- CreateIndex
CREATE INDEX "RefundRequest_state_at_idx" ON "RefundRequest"("state", "at");

-- CreateIndex
CREATE INDEX "Dispute_orderId_idx" ON "Dispute"("orderId");

-- CreateIndex
CREATE INDEX "Dispute_status_idx" ON "Dispute"("status");

-- CreateIndex
CREATE INDEX "Shipment_orderId_idx" ON "Shipment"("orderId");

-- CreateIndex
CREATE UNIQUE INDEX "Order_stripeChargeId_key" ON "Order"("stripeChargeId");

-- CreateIndex
CREATE INDEX "Order_createdAt_idx" ON "Order"("createdAt");

-- CreateIndex
CREATE INDEX "Order_cardLast4_idx" ON "Order"("cardLast4");

-- CreateIndex
CREATE INDEX "Refund_orderId_idx" ON "Refund"("orderId");

-- CreateIndex
CREATE INDEX "StripeEvent_handledAt_givenUpAt_idx" ON "StripeEvent"("handledAt", "givenUpAt");

-- CreateIndex
CREATE INDEX "OutboxMessage_orderId_idx" ON "OutboxMessage"("orderId");

-- CreateIndex
CREATE INDEX "OutboxMessage_givenUpAt_idx" ON "OutboxMessage"("givenUpAt");

-- AddForeignKey
ALTER TABLE "CustomerSession" ADD CONSTRAINT "CustomerSession_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerPosting" ADD CONSTRAINT "LedgerPosting_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "LedgerEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderSeat" ADD CONSTRAINT "OrderSeat_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderNote" ADD CONSTRAINT "OrderNote_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefundUnit" ADD CONSTRAINT "RefundUnit_refundId_fkey" FOREIGN KEY ("refundId") REFERENCES "Refund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefundUnit" ADD CONSTRAINT "RefundUnit_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefundRequest" ADD CONSTRAINT "RefundRequest_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dispute" ADD CONSTRAINT "Dispute_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShippingRate" ADD CONSTRAINT "ShippingRate_zoneId_fkey" FOREIGN KEY ("zoneId") REFERENCES "ShippingZone"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Shipment" ADD CONSTRAINT "Shipment_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShipmentLine" ADD CONSTRAINT "ShipmentLine_shipmentId_fkey" FOREIGN KEY ("shipmentId") REFERENCES "Shipment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShipmentLine" ADD CONSTRAINT "ShipmentLine_orderLineId_fkey" FOREIGN KEY ("orderLineId") REFERENCES "OrderLine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The flat rate becomes the one zone's rate, for parcels of up to 20 kg.
INSERT INTO "ShippingZone" ("id", "name", "position", "regions", "revision")
SELECT 'united-states', 'United States', 0, '["US"]', 1 FROM "Shop";
INSERT INTO "ShippingRate" ("zoneId", "upToGrams", "priceCents") SELECT 'united-states', 20000, "shippingCents" FROM "Shop";

-- AlterTable
ALTER TABLE "Shop" ADD COLUMN     "packagingGrams" INTEGER NOT NULL DEFAULT 120,
DROP COLUMN    "shippingCents",
ADD COLUMN     "refundDays" INTEGER NOT NULL DEFAULT 30,
ADD COLUMN     "taxMode" TEXT NOT NULL DEFAULT 'none';
UPDATE "Refund" SET "itemsCents" = "amountCents";
ALTER TABLE "Refund" ALTER COLUMN "itemsCents" DROP DEFAULT;

-- What was paid before was received; what was asked back before and did not fail was refunded.
UPDATE "Order" SET "receivedCents" = "totalCents"
WHERE "state" IN ('paid', 'refunding', 'refunded') OR "id" IN (SELECT "orderId" FROM "Refund");
UPDATE "Order" SET "refundedCents" =
  (SELECT COALESCE(SUM("amountCents"), 0) FROM "Refund" WHERE "Refund"."orderId" = "Order"."id" AND "Refund"."state" <> 'failed')
WHERE "id" IN (SELECT "orderId" FROM "Refund");
-- Refunds so far were of whole orders, postage included.
UPDATE "Refund" SET
  "shippingCents" = (SELECT "shippingCents" FROM "Order" WHERE "Order"."id" = "Refund"."orderId"),
  "itemsCents" = "amountCents" - (SELECT "shippingCents" FROM "Order" WHERE "Order"."id" = "Refund"."orderId")
WHERE "amountCents" = (SELECT "totalCents" FROM "Order" WHERE "Order"."id" = "Refund"."orderId");
UPDATE "OutboxMessage" SET "orderId" = "payload"->>'orderId' WHERE "kind" IN ('receipt', 'late-payment-refunded');

-- What the database itself refuses
ALTER TABLE "Order" DROP CONSTRAINT "Order_totals_check";
ALTER TABLE "Refund" DROP CONSTRAINT "Refund_amount_check";
ALTER TABLE "Order" ADD CONSTRAINT "Order_totals_check" CHECK ("itemsCents" >= 0 AND "shippingCents" >= 0 AND "taxCents" >= 0 AND "totalCents" = "itemsCents" + "shippingCents" + "taxCents");
ALTER TABLE "Order" ADD CONSTRAINT "Order_received_check" CHECK (0 <= "refundedCents" AND "refundedCents" <= "receivedCents");
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_amount_check" CHECK ("amountCents" > 0 AND "itemsCents" >= 0 AND "shippingCents" >= 0 AND "taxCents" >= 0 AND "amountCents" = "itemsCents" + "shippingCents" + "taxCents");
ALTER TABLE "RefundUnit" ADD CONSTRAINT "RefundUnit_amount_check" CHECK ("amountCents" >= 0);
ALTER TABLE "Dispute" ADD CONSTRAINT "Dispute_amount_check" CHECK ("amountCents" > 0);
ALTER TABLE "LedgerPosting" ADD CONSTRAINT "LedgerPosting_amount_check" CHECK ("amountCents" <> 0);
ALTER TABLE "ShippingRate" ADD CONSTRAINT "ShippingRate_rate_check" CHECK ("upToGrams" > 0 AND "priceCents" >= 0);
ALTER TABLE "ShipmentLine" ADD CONSTRAINT "ShipmentLine_quantity_check" CHECK ("quantity" >= 1);
ALTER TABLE "Shop" ADD CONSTRAINT "Shop_settings_check" CHECK ("taxMode" IN ('none', 'stripe') AND "packagingGrams" >= 0 AND "refundDays" >= 0);
