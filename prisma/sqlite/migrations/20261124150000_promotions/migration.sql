-- Coupons, their codes, and prices that several promotions make together.
ALTER TABLE "Promotion" ADD COLUMN "published" BOOLEAN NOT NULL DEFAULT true;

CREATE TABLE "CouponCode" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "promotionId" TEXT NOT NULL,
    "stockId" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "CouponCode_promotionId_fkey" FOREIGN KEY ("promotionId") REFERENCES "Promotion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "CouponCode_stockId_fkey" FOREIGN KEY ("stockId") REFERENCES "Stock" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "CouponCode_code_check" CHECK ("code" <> '')
);
CREATE UNIQUE INDEX "CouponCode_stockId_key" ON "CouponCode"("stockId");
CREATE INDEX "CouponCode_promotionId_createdAt_idx" ON "CouponCode"("promotionId", "createdAt");

CREATE TABLE "CartCoupon" (
    "cartId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "enteredAt" DATETIME NOT NULL,

    PRIMARY KEY ("cartId", "code"),
    CONSTRAINT "CartCoupon_cartId_fkey" FOREIGN KEY ("cartId") REFERENCES "Cart" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- What made a price moves from the portion into rows of its own; no order loses its explanation.
ALTER TABLE "OrderPortion" RENAME TO "OldOrderPortion";
CREATE TABLE "OrderPortion" (
    "orderLineId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "quantity" INTEGER NOT NULL,
    "regularUnitPriceCents" INTEGER NOT NULL,
    "totalCents" INTEGER NOT NULL,

    PRIMARY KEY ("orderLineId", "position"),
    CONSTRAINT "OrderPortion_orderLineId_fkey" FOREIGN KEY ("orderLineId") REFERENCES "OrderLine" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "OrderPortion_quantity_check" CHECK ("quantity" >= 1),
    CONSTRAINT "OrderPortion_total_check" CHECK ("totalCents" >= 0 AND "totalCents" <= "regularUnitPriceCents" * "quantity")
);
INSERT INTO "OrderPortion" ("orderLineId", "position", "quantity", "regularUnitPriceCents", "totalCents")
SELECT "orderLineId", "position", "quantity", "regularUnitPriceCents", "totalCents" FROM "OldOrderPortion";

CREATE TABLE "OrderAdjustment" (
    "orderLineId" TEXT NOT NULL,
    "portionPosition" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "promotionId" TEXT NOT NULL,
    "promotionVersion" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "code" TEXT,
    "amountCents" INTEGER NOT NULL,

    PRIMARY KEY ("orderLineId", "portionPosition", "position"),
    CONSTRAINT "OrderAdjustment_orderLineId_portionPosition_fkey" FOREIGN KEY ("orderLineId", "portionPosition") REFERENCES "OrderPortion" ("orderLineId", "position") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "OrderAdjustment_promotionId_fkey" FOREIGN KEY ("promotionId") REFERENCES "Promotion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "OrderAdjustment_amount_check" CHECK ("amountCents" > 0)
);
CREATE INDEX "OrderAdjustment_promotionId_idx" ON "OrderAdjustment"("promotionId");
INSERT INTO "OrderAdjustment" ("orderLineId", "portionPosition", "position", "promotionId", "promotionVersion", "name", "kind", "amountCents")
SELECT old."orderLineId", old."position", 0, old."promotionId", old."promotionVersion", promotion."name", 'limited-sale',
       old."regularUnitPriceCents" * old."quantity" - old."totalCents"
FROM "OldOrderPortion" AS old JOIN "Promotion" AS promotion ON promotion."id" = old."promotionId"
WHERE old."regularUnitPriceCents" * old."quantity" > old."totalCents";
DROP TABLE "OldOrderPortion";

-- Terms in their new form: a scope and a price of any kind.
UPDATE "Promotion" SET "terms" = json_object(
  'kind', 'limited-sale',
  'scope', json_object('courseIds', json_array(json_extract("terms", '$.courseId')), 'formats', json(json_extract("terms", '$.formats'))),
  'price', json_object('kind', 'price', 'cents', json_extract("terms", '$.price')),
  'combinesWith', json_object('sales', json('false'), 'automatic', json('true'), 'coupons', json('true')),
  'exclusive', json('false'), 'priority', 0)
WHERE json_extract("terms", '$.scope') IS NULL;
UPDATE "PromotionVersion" SET "terms" = json_object(
  'kind', 'limited-sale',
  'scope', json_object('courseIds', json_array(json_extract("terms", '$.courseId')), 'formats', json(json_extract("terms", '$.formats'))),
  'price', json_object('kind', 'price', 'cents', json_extract("terms", '$.price')),
  'combinesWith', json_object('sales', json('false'), 'automatic', json('true'), 'coupons', json('true')),
  'exclusive', json('false'), 'priority', 0)
WHERE json_extract("terms", '$.scope') IS NULL;
