-- How far a daily job got, and which process is at it.
CREATE TABLE "DailyJob" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "day" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "last" TEXT NOT NULL,
    "claimedUntil" DATETIME NOT NULL,
    "claimedBy" TEXT NOT NULL
);

-- A person's data that is being erased; the address itself goes with the last step.
CREATE TABLE "Erasure" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "customerKey" TEXT NOT NULL,
    "addresses" JSONB NOT NULL,
    "requestedAt" DATETIME NOT NULL,
    "requestedBy" TEXT NOT NULL,
    "doneAt" DATETIME
);
CREATE INDEX "Erasure_doneAt_idx" ON "Erasure"("doneAt");

CREATE INDEX "AuditEntry_actor_idx" ON "AuditEntry"("actor");
CREATE INDEX "OutboxMessage_recipient_idx" ON "OutboxMessage"("recipient");
CREATE INDEX "OrderSeat_email_idx" ON "OrderSeat"("email");
CREATE INDEX "StockHold_customerKey_idx" ON "StockHold"("customerKey");
CREATE INDEX "StockCustomer_customerKey_idx" ON "StockCustomer"("customerKey");
