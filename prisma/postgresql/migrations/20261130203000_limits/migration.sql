CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMP(3),

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);
CREATE INDEX "RateLimit_expire_idx" ON "RateLimit"("expire");

CREATE TABLE "StartedPayment" (
    "orderId" TEXT NOT NULL,
    "network" TEXT NOT NULL,
    "wideNetwork" TEXT,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "StartedPayment_pkey" PRIMARY KEY ("orderId"),
    CONSTRAINT "StartedPayment_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "StartedPayment_network_at_idx" ON "StartedPayment"("network", "at");
CREATE INDEX "StartedPayment_wideNetwork_at_idx" ON "StartedPayment"("wideNetwork", "at");
CREATE INDEX "StartedPayment_at_idx" ON "StartedPayment"("at");
