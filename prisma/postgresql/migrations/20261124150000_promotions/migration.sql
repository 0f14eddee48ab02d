-- Coupons, their codes, and prices that several promotions make together.
ALTER TABLE "Promotion" ADD COLUMN "published" BOOLEAN NOT NULL DEFAULT true;

CREATE TABLE "CouponCode" (
    "code" TEXT NOT NULL,
    "promotionId" TEXT NOT NULL,
    "stockId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CouponCode_pkey" PRIMARY KEY ("code"),
    CONSTRAINT "CouponCode_promotionId_fkey" FOREIGN KEY ("promotionId") REFERENCES "Promotion"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "CouponCode_stockId_fkey" FOREIGN KEY ("stockId") REFERENCES "Stock"("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "CouponCode_code_check" CHECK ("code" <> '')
);
CREATE UNIQUE INDEX "CouponCode_stockId_key" ON "CouponCode"("stockId");
CREATE INDEX "CouponCode_promotionId_createdAt_idx" ON "CouponCode"("promotionId", "createdAt");

CREATE TABLE "CartCoupon" (
    "cartId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "enteredAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CartCoupon_pkey" PRIMARY KEY ("cartId","code"),
    CONSTRAINT "CartCoupon_cartId_fkey" FOREIGN KEY ("cartId") REFERENCES "Cart"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- What made a price moves from the portion into rows of its own; no order loses its explanation.
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

    CONSTRAINT "OrderAdjustment_pkey" PRIMARY KEY ("orderLineId","portionPosition","position"),
    CONSTRAINT "OrderAdjustment_orderLineId_portionPosition_fkey" FOREIGN KEY ("orderLineId", "portionPosition") REFERENCES "OrderPortion"("orderLineId", "position") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "OrderAdjustment_promotionId_fkey" FOREIGN KEY ("promotionId") REFERENCES "Promotion"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "OrderAdjustment_amount_check" CHECK ("amountCents" > 0)
);
CREATE INDEX "OrderAdjustment_promotionId_idx" ON "OrderAdjustment"("promotionId");
INSERT INTO "OrderAdjustment" ("orderLineId", "portionPosition", "position", "promotionId", "promotionVersion", "name", "kind", "amountCents")
SELECT old."orderLineId", old."position", 0, old."promotionId", old."promotionVersion", promotion."name", 'limited-sale',
       old."regularUnitPriceCents" * old."quantity" - old."totalCents"
FROM "OrderPortion" AS old JOIN "Promotion" AS promotion ON promotion."id" = old."promotionId"
WHERE old."regularUnitPriceCents" * old."quantity" > old."totalCents";
ALTER TABLE "OrderPortion" DROP CONSTRAINT "OrderPortion_version_check";
ALTER TABLE "OrderPortion" DROP CONSTRAINT "OrderPortion_promotionId_fkey";
ALTER TABLE "OrderPortion" DROP COLUMN "unitPriceCents", DROP COLUMN "promotionId", DROP COLUMN "promotionVersion";

-- Terms in their new form: a scope and a price of any kind.
UPDATE "Promotion" SET "terms" = jsonb_build_object(
  'kind', 'limited-sale',
  'scope', jsonb_build_object('courseIds', jsonb_build_array("terms"->'courseId'), 'formats', "terms"->'formats'),
  'price', jsonb_build_object('kind', 'price', 'cents', "terms"->'price'),
  'combinesWith', jsonb_build_object('sales', false, 'automatic', true, 'coupons', true),
  'exclusive', false, 'priority', 0)
WHERE "terms"->'scope' IS NULL;
UPDATE "PromotionVersion" SET "terms" = jsonb_build_object(
  'kind', 'limited-sale',
  'scope', jsonb_build_object('courseIds', jsonb_build_array("terms"->'courseId'), 'formats', "terms"->'formats'),
  'price', jsonb_build_object('kind', 'price', 'cents', "terms"->'price'),
  'combinesWith', jsonb_build_object('sales', false, 'automatic', true, 'coupons', true),
  'exclusive', false, 'priority', 0)
WHERE "terms"->'scope' IS NULL;
