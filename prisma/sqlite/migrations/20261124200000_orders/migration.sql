-- Checkout and orders: what was received and refunded, the ledger, shipping by zone and weight, disputes, customers.
-- AlterTable
ALTER TABLE "Enrolment" ADD COLUMN "refundId" TEXT;
ALTER TABLE "Enrolment" ADD COLUMN "withdrawnAt" DATETIME;

-- AlterTable
ALTER TABLE "OutboxMessage" ADD COLUMN "givenUpAt" DATETIME;
ALTER TABLE "OutboxMessage" ADD COLUMN "orderId" TEXT;
ALTER TABLE "OutboxMessage" ADD COLUMN "recipient" TEXT;

-- CreateTable
CREATE TABLE "Customer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "customerKey" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "CustomerSession" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "customerId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "lastSeenAt" DATETIME NOT NULL,
    CONSTRAINT "CustomerSession_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SignInLink" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "email" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "usedAt" DATETIME
);

-- CreateTable
CREATE TABLE "LedgerEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "day" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "orderId" TEXT,
    "memo" TEXT,
    CONSTRAINT "LedgerEntry_kind_check" CHECK ("kind" IN ('payment', 'fee', 'refund', 'refund_failure', 'dispute', 'payout', 'adjustment'))
);

-- CreateTable
CREATE TABLE "LedgerPosting" (
    "entryId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "account" TEXT NOT NULL,
    "amountCents" INTEGER NOT NULL,

    PRIMARY KEY ("entryId", "position"),
    CONSTRAINT "LedgerPosting_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "LedgerEntry" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "LedgerPosting_amount_check" CHECK ("amountCents" <> 0)
);

-- CreateTable
CREATE TABLE "Reconciliation" (
    "day" TEXT NOT NULL PRIMARY KEY,
    "checkedAt" DATETIME NOT NULL,
    "stripeCents" INTEGER NOT NULL,
    "ledgerCents" INTEGER NOT NULL,
    "differences" JSONB NOT NULL
);

-- CreateTable
CREATE TABLE "OrderSeat" (
    "orderId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,

    PRIMARY KEY ("orderId", "position"),
    CONSTRAINT "OrderSeat_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OrderNote" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "orderId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    CONSTRAINT "OrderNote_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RefundUnit" (
    "refundId" TEXT NOT NULL,
    "enrolmentId" TEXT NOT NULL,
    "amountCents" INTEGER NOT NULL,

    PRIMARY KEY ("refundId", "enrolmentId"),
    CONSTRAINT "RefundUnit_refundId_fkey" FOREIGN KEY ("refundId") REFERENCES "Refund" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "RefundUnit_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "RefundUnit_amount_check" CHECK ("amountCents" >= 0)
);

-- CreateTable
CREATE TABLE "RefundRequest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "orderId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "reason" TEXT NOT NULL,
    "enrolmentIds" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "decidedAt" DATETIME,
    "decidedBy" TEXT,
    "answer" TEXT,
    CONSTRAINT "RefundRequest_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "RefundRequest_state_check" CHECK ("state" IN ('open', 'granted', 'declined'))
);

-- CreateTable
CREATE TABLE "Dispute" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "orderId" TEXT NOT NULL,
    "amountCents" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "openedAt" DATETIME NOT NULL,
    "dueBy" DATETIME,
    "closedAt" DATETIME,
    CONSTRAINT "Dispute_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Dispute_amount_check" CHECK ("amountCents" > 0)
);

-- CreateTable
CREATE TABLE "ShippingZone" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "regions" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1
);

-- CreateTable
CREATE TABLE "ShippingRate" (
    "zoneId" TEXT NOT NULL,
    "upToGrams" INTEGER NOT NULL,
    "priceCents" INTEGER NOT NULL,

    PRIMARY KEY ("zoneId", "upToGrams"),
    CONSTRAINT "ShippingRate_zoneId_fkey" FOREIGN KEY ("zoneId") REFERENCES "ShippingZone" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ShippingRate_rate_check" CHECK ("upToGrams" > 0 AND "priceCents" >= 0)
);

-- CreateTable
CREATE TABLE "Shipment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "orderId" TEXT NOT NULL,
    "carrier" TEXT NOT NULL,
    "trackingNumber" TEXT,
    "shippedAt" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "Shipment_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ShipmentLine" (
    "shipmentId" TEXT NOT NULL,
    "orderLineId" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,

    PRIMARY KEY ("shipmentId", "orderLineId"),
    CONSTRAINT "ShipmentLine_shipmentId_fkey" FOREIGN KEY ("shipmentId") REFERENCES "Shipment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ShipmentLine_orderLineId_fkey" FOREIGN KEY ("orderLineId") REFERENCES "OrderLine" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ShipmentLine_quantity_check" CHECK ("quantity" >= 1)
);

-- The flat rate becomes the one zone's rate, for parcels of up to 20 kg.
INSERT INTO "ShippingZone" ("id", "name", "position", "regions", "revision")
SELECT 'united-states', 'United States', 0, '["US"]', 1 FROM "Shop";
INSERT INTO "ShippingRate" ("zoneId", "upToGrams", "priceCents") SELECT 'united-states', 20000, "shippingCents" FROM "Shop";

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Order" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" INTEGER,
    "state" TEXT NOT NULL DEFAULT 'awaiting_payment',
    "cartId" TEXT,
    "fingerprint" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "customerKey" TEXT NOT NULL,
    "certificateName" TEXT NOT NULL,
    "currency" TEXT NOT NULL DEFAULT 'usd',
    "itemsCents" INTEGER NOT NULL,
    "shippingCents" INTEGER NOT NULL,
    "taxCents" INTEGER NOT NULL DEFAULT 0,
    "totalCents" INTEGER NOT NULL,
    "receivedCents" INTEGER NOT NULL DEFAULT 0,
    "refundedCents" INTEGER NOT NULL DEFAULT 0,
    "purpose" TEXT NOT NULL DEFAULT 'self',
    "giftMessage" TEXT,
    "termsVersion" TEXT,
    "createdAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "paidAt" DATETIME,
    "stripeSessionId" TEXT,
    "stripeSessionUrl" TEXT,
    "stripePaymentIntentId" TEXT,
    "stripeChargeId" TEXT,
    "stripeCustomerId" TEXT,
    "cardBrand" TEXT,
    "cardLast4" TEXT,
    "idempotencyKey" TEXT NOT NULL,
    "sessionParameters" JSONB,
    "shippingAddress" JSONB,
    "weightGrams" INTEGER NOT NULL DEFAULT 0,
    "shippingZone" TEXT,
    CONSTRAINT "Order_cartId_fkey" FOREIGN KEY ("cartId") REFERENCES "Cart" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Order_totals_check" CHECK ("itemsCents" >= 0 AND "shippingCents" >= 0 AND "taxCents" >= 0 AND "totalCents" = "itemsCents" + "shippingCents" + "taxCents"),
    CONSTRAINT "Order_received_check" CHECK (0 <= "refundedCents" AND "refundedCents" <= "receivedCents"),
    CONSTRAINT "Order_number_check" CHECK (("number" IS NULL) = ("paidAt" IS NULL)),
    CONSTRAINT "Order_state_check" CHECK ("state" IN ('awaiting_payment', 'processing', 'paid', 'expired', 'refunding', 'refunded', 'attention')),
    CONSTRAINT "Order_purpose_check" CHECK ("purpose" IN ('self', 'gift', 'colleagues'))
);
INSERT INTO "new_Order" ("cartId", "certificateName", "createdAt", "currency", "customerKey", "email", "endsAt", "fingerprint", "id", "idempotencyKey", "itemsCents", "number", "paidAt", "sessionParameters", "shippingAddress", "shippingCents", "state", "stripePaymentIntentId", "stripeSessionId", "stripeSessionUrl", "totalCents") SELECT "cartId", "certificateName", "createdAt", "currency", "customerKey", "email", "endsAt", "fingerprint", "id", "idempotencyKey", "itemsCents", "number", "paidAt", "sessionParameters", "shippingAddress", "shippingCents", "state", "stripePaymentIntentId", "stripeSessionId", "stripeSessionUrl", "totalCents" FROM "Order";
DROP TABLE "Order";
ALTER TABLE "new_Order" RENAME TO "Order";
CREATE UNIQUE INDEX "Order_number_key" ON "Order"("number");
CREATE UNIQUE INDEX "Order_stripeSessionId_key" ON "Order"("stripeSessionId");
CREATE UNIQUE INDEX "Order_stripePaymentIntentId_key" ON "Order"("stripePaymentIntentId");
CREATE UNIQUE INDEX "Order_stripeChargeId_key" ON "Order"("stripeChargeId");
CREATE UNIQUE INDEX "Order_idempotencyKey_key" ON "Order"("idempotencyKey");
CREATE INDEX "Order_state_endsAt_idx" ON "Order"("state", "endsAt");
CREATE INDEX "Order_customerKey_idx" ON "Order"("customerKey");
CREATE INDEX "Order_cartId_idx" ON "Order"("cartId");
CREATE INDEX "Order_createdAt_idx" ON "Order"("createdAt");
CREATE INDEX "Order_cardLast4_idx" ON "Order"("cardLast4");
CREATE TABLE "new_Refund" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "orderId" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'unfulfilled',
    "amountCents" INTEGER NOT NULL,
    "itemsCents" INTEGER NOT NULL,
    "shippingCents" INTEGER NOT NULL DEFAULT 0,
    "taxCents" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT NOT NULL,
    "requestedBy" TEXT NOT NULL DEFAULT 'shop',
    "restock" BOOLEAN NOT NULL DEFAULT false,
    "withdrawAccess" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL DEFAULT 'requested',
    "failure" TEXT,
    "idempotencyKey" TEXT NOT NULL,
    "stripeRefundId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "finalAt" DATETIME,
    CONSTRAINT "Refund_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Refund_amount_check" CHECK ("amountCents" > 0 AND "itemsCents" >= 0 AND "shippingCents" >= 0 AND "taxCents" >= 0 AND "amountCents" = "itemsCents" + "shippingCents" + "taxCents"),
    CONSTRAINT "Refund_state_check" CHECK ("state" IN ('requested', 'pending', 'succeeded', 'failed')),
    CONSTRAINT "Refund_kind_check" CHECK ("kind" IN ('unfulfilled', 'full', 'units', 'amount', 'outside'))
);
INSERT INTO "new_Refund" ("amountCents", "itemsCents", "createdAt", "id", "idempotencyKey", "orderId", "reason", "state", "stripeRefundId") SELECT "amountCents", "amountCents", "createdAt", "id", "idempotencyKey", "orderId", "reason", "state", "stripeRefundId" FROM "Refund";
DROP TABLE "Refund";
ALTER TABLE "new_Refund" RENAME TO "Refund";
CREATE UNIQUE INDEX "Refund_idempotencyKey_key" ON "Refund"("idempotencyKey");
CREATE UNIQUE INDEX "Refund_stripeRefundId_key" ON "Refund"("stripeRefundId");
CREATE INDEX "Refund_state_idx" ON "Refund"("state");
CREATE INDEX "Refund_orderId_idx" ON "Refund"("orderId");
CREATE TABLE "new_StripeEvent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "type" TEXT NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "handledAt" DATETIME,
    "objectId" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "givenUpAt" DATETIME
);
INSERT INTO "new_StripeEvent" ("handledAt", "id", "receivedAt", "type") SELECT "handledAt", "id", "receivedAt", "type" FROM "StripeEvent";
DROP TABLE "StripeEvent";
ALTER TABLE "new_StripeEvent" RENAME TO "StripeEvent";
CREATE INDEX "StripeEvent_handledAt_givenUpAt_idx" ON "StripeEvent"("handledAt", "givenUpAt");
CREATE TABLE "new_Shop" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "mode" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "tagline" TEXT NOT NULL,
    "sponsor" TEXT NOT NULL,
    "signatoryName" TEXT NOT NULL,
    "signatoryTitle" TEXT NOT NULL,
    "address" JSONB NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "packagingGrams" INTEGER NOT NULL DEFAULT 120,
    "taxMode" TEXT NOT NULL DEFAULT 'none',
    "refundDays" INTEGER NOT NULL DEFAULT 30,
    "catalogRevision" INTEGER NOT NULL DEFAULT 1,
    "lastOrderNumber" INTEGER NOT NULL DEFAULT 1000,
    CONSTRAINT "Shop_single_check" CHECK ("id" = 1),
    CONSTRAINT "Shop_mode_check" CHECK ("mode" IN ('demo', 'test', 'live')),
    CONSTRAINT "Shop_settings_check" CHECK ("taxMode" IN ('none', 'stripe') AND "packagingGrams" >= 0 AND "refundDays" >= 0)
);
INSERT INTO "new_Shop" ("address", "catalogRevision", "email", "id", "lastOrderNumber", "mode", "name", "phone", "signatoryName", "signatoryTitle", "sponsor", "tagline", "timeZone") SELECT "address", "catalogRevision", "email", "id", "lastOrderNumber", "mode", "name", "phone", "signatoryName", "signatoryTitle", "sponsor", "tagline", "timeZone" FROM "Shop";
DROP TABLE "Shop";
ALTER TABLE "new_Shop" RENAME TO "Shop";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

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
UPDATE "OutboxMessage" SET "orderId" = json_extract("payload", '$.orderId') WHERE "kind" IN ('receipt', 'late-payment-refunded');

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
CREATE INDEX "OutboxMessage_orderId_idx" ON "OutboxMessage"("orderId");

-- CreateIndex
CREATE INDEX "OutboxMessage_givenUpAt_idx" ON "OutboxMessage"("givenUpAt");

