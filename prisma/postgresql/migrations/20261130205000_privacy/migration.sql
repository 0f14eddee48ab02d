-- How far a daily job got, and which process is at it.
CREATE TABLE "DailyJob" (
    "name" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "last" TEXT NOT NULL,
    "claimedUntil" TIMESTAMP(3) NOT NULL,
    "claimedBy" TEXT NOT NULL,

    CONSTRAINT "DailyJob_pkey" PRIMARY KEY ("name")
);

-- A person's data that is being erased; the address itself goes with the last step.
CREATE TABLE "Erasure" (
    "id" TEXT NOT NULL,
    "customerKey" TEXT NOT NULL,
    "addresses" JSONB NOT NULL,
    "requestedAt" TIMESTAMP(3) NOT NULL,
    "requestedBy" TEXT NOT NULL,
    "doneAt" TIMESTAMP(3),

    CONSTRAINT "Erasure_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Erasure_doneAt_idx" ON "Erasure"("doneAt");

CREATE INDEX "AuditEntry_actor_idx" ON "AuditEntry"("actor");
CREATE INDEX "OutboxMessage_recipient_idx" ON "OutboxMessage"("recipient");
CREATE INDEX "OrderSeat_email_idx" ON "OrderSeat"("email");
CREATE INDEX "StockHold_customerKey_idx" ON "StockHold"("customerKey");
CREATE INDEX "StockCustomer_customerKey_idx" ON "StockCustomer"("customerKey");
