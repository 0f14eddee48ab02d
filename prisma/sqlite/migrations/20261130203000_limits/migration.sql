CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "points" INTEGER NOT NULL,
    "expire" DATETIME
);
CREATE INDEX "RateLimit_expire_idx" ON "RateLimit"("expire");

CREATE TABLE "StartedPayment" (
    "orderId" TEXT NOT NULL PRIMARY KEY,
    "network" TEXT NOT NULL,
    "wideNetwork" TEXT,
    "at" DATETIME NOT NULL,
    CONSTRAINT "StartedPayment_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "StartedPayment_network_at_idx" ON "StartedPayment"("network", "at");
CREATE INDEX "StartedPayment_wideNetwork_at_idx" ON "StartedPayment"("wideNetwork", "at");
CREATE INDEX "StartedPayment_at_idx" ON "StartedPayment"("at");
