-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "CourseStatus" AS ENUM ('published', 'retired');

-- CreateEnum
CREATE TYPE "Format" AS ENUM ('book_by_mail', 'ebook', 'test_only');

-- CreateEnum
CREATE TYPE "OrderState" AS ENUM ('awaiting_payment', 'processing', 'paid', 'expired', 'refunding', 'refunded', 'attention');

-- CreateEnum
CREATE TYPE "RefundState" AS ENUM ('requested', 'pending', 'succeeded', 'failed');

-- CreateEnum
CREATE TYPE "PromotionStatus" AS ENUM ('active', 'paused');

-- CreateEnum
CREATE TYPE "HoldState" AS ENUM ('held', 'lapsed', 'sold', 'released');

-- CreateTable
CREATE TABLE "StaffMember" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "disabledAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "StaffMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffSession" (
    "id" TEXT NOT NULL,
    "staffMemberId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "lastSeenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "StaffSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "requestId" TEXT,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Cart" (
    "id" TEXT NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Cart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CartLine" (
    "cartId" TEXT NOT NULL,
    "courseFormatId" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "addedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CartLine_pkey" PRIMARY KEY ("cartId","courseFormatId")
);

-- CreateTable
CREATE TABLE "Course" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "subtitle" TEXT,
    "summary" TEXT NOT NULL,
    "objectives" JSONB NOT NULL,
    "authors" JSONB NOT NULL,
    "pageCount" INTEGER NOT NULL,
    "publishedOn" TEXT NOT NULL,
    "status" "CourseStatus" NOT NULL DEFAULT 'published',
    "readingText" TEXT,

    CONSTRAINT "Course_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CourseDiscipline" (
    "courseId" TEXT NOT NULL,
    "discipline" TEXT NOT NULL,

    CONSTRAINT "CourseDiscipline_pkey" PRIMARY KEY ("courseId","discipline")
);

-- CreateTable
CREATE TABLE "Approval" (
    "id" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "approver" TEXT NOT NULL,
    "referenceNumber" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT NOT NULL,
    "creditsHundredths" INTEGER NOT NULL,

    CONSTRAINT "Approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CreditDistribution" (
    "approvalId" TEXT NOT NULL,
    "discipline" TEXT NOT NULL,
    "specification" TEXT NOT NULL,
    "subcategory" TEXT NOT NULL,
    "creditsHundredths" INTEGER NOT NULL,

    CONSTRAINT "CreditDistribution_pkey" PRIMARY KEY ("approvalId","discipline","specification","subcategory")
);

-- CreateTable
CREATE TABLE "CourseFormat" (
    "id" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "format" "Format" NOT NULL,
    "priceCents" INTEGER NOT NULL,
    "isbn" TEXT,
    "weightGrams" INTEGER,
    "stockId" TEXT,

    CONSTRAINT "CourseFormat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PostTest" (
    "id" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "questions" JSONB NOT NULL,

    CONSTRAINT "PostTest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Enrolment" (
    "id" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "orderLineId" TEXT NOT NULL,
    "unit" INTEGER NOT NULL,
    "courseId" TEXT NOT NULL,
    "approvalId" TEXT NOT NULL,
    "participantName" TEXT,
    "participantEmail" TEXT,
    "participantKey" TEXT,
    "attemptsUsed" INTEGER NOT NULL DEFAULT 0,
    "passedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Enrolment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attempt" (
    "enrolmentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "postTestId" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "correct" INTEGER NOT NULL,
    "questions" INTEGER NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "submittedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("enrolmentId","number")
);

-- CreateTable
CREATE TABLE "Certificate" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "verificationCode" TEXT NOT NULL,
    "enrolmentId" TEXT NOT NULL,
    "participantKey" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "snapshot" JSONB NOT NULL,
    "demo" BOOLEAN NOT NULL,
    "issuedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Order" (
    "id" TEXT NOT NULL,
    "number" INTEGER,
    "state" "OrderState" NOT NULL DEFAULT 'awaiting_payment',
    "cartId" TEXT,
    "fingerprint" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "customerKey" TEXT NOT NULL,
    "certificateName" TEXT NOT NULL,
    "currency" TEXT NOT NULL DEFAULT 'usd',
    "itemsCents" INTEGER NOT NULL,
    "shippingCents" INTEGER NOT NULL,
    "totalCents" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "endsAt" TIMESTAMP(3) NOT NULL,
    "paidAt" TIMESTAMP(3),
    "stripeSessionId" TEXT,
    "stripeSessionUrl" TEXT,
    "stripePaymentIntentId" TEXT,
    "idempotencyKey" TEXT NOT NULL,
    "sessionParameters" JSONB,
    "shippingAddress" JSONB,

    CONSTRAINT "Order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderLine" (
    "id" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "courseFormatId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "format" "Format" NOT NULL,
    "quantity" INTEGER NOT NULL,
    "totalCents" INTEGER NOT NULL,

    CONSTRAINT "OrderLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderPortion" (
    "orderLineId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "quantity" INTEGER NOT NULL,
    "regularUnitPriceCents" INTEGER NOT NULL,
    "unitPriceCents" INTEGER NOT NULL,
    "totalCents" INTEGER NOT NULL,
    "promotionId" TEXT,
    "promotionVersion" INTEGER,

    CONSTRAINT "OrderPortion_pkey" PRIMARY KEY ("orderLineId","position")
);

-- CreateTable
CREATE TABLE "OrderEvent" (
    "id" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "state" "OrderState" NOT NULL,
    "cause" TEXT NOT NULL,
    "detail" TEXT,

    CONSTRAINT "OrderEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Refund" (
    "id" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "amountCents" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "RefundState" NOT NULL DEFAULT 'requested',
    "idempotencyKey" TEXT NOT NULL,
    "stripeRefundId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Refund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StripeEvent" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "receivedAt" TIMESTAMP(3) NOT NULL,
    "handledAt" TIMESTAMP(3),

    CONSTRAINT "StripeEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "nextAttemptAt" TIMESTAMP(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sentAt" TIMESTAMP(3),
    "lastError" TEXT,

    CONSTRAINT "OutboxMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Promotion" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "terms" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "startsAt" TIMESTAMP(3) NOT NULL,
    "endsAt" TIMESTAMP(3) NOT NULL,
    "status" "PromotionStatus" NOT NULL DEFAULT 'active',
    "featured" BOOLEAN NOT NULL DEFAULT false,
    "stockId" TEXT,

    CONSTRAINT "Promotion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PromotionVersion" (
    "promotionId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "terms" JSONB NOT NULL,
    "startsAt" TIMESTAMP(3) NOT NULL,
    "endsAt" TIMESTAMP(3) NOT NULL,
    "status" "PromotionStatus" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PromotionVersion_pkey" PRIMARY KEY ("promotionId","version")
);

-- CreateTable
CREATE TABLE "Shop" (
    "id" INTEGER NOT NULL,
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
    "shippingCents" INTEGER NOT NULL,
    "catalogRevision" INTEGER NOT NULL DEFAULT 1,
    "lastOrderNumber" INTEGER NOT NULL DEFAULT 1000,

    CONSTRAINT "Shop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Stock" (
    "id" TEXT NOT NULL,
    "capacity" INTEGER NOT NULL,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "perCustomer" INTEGER,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Stock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StockCustomer" (
    "stockId" TEXT NOT NULL,
    "customerKey" TEXT NOT NULL,
    "taken" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "StockCustomer_pkey" PRIMARY KEY ("stockId","customerKey")
);

-- CreateTable
CREATE TABLE "StockHold" (
    "id" TEXT NOT NULL,
    "stockId" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "customerKey" TEXT NOT NULL,
    "units" INTEGER NOT NULL,
    "endsAt" TIMESTAMP(3) NOT NULL,
    "state" "HoldState" NOT NULL DEFAULT 'held',

    CONSTRAINT "StockHold_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "StaffMember_email_key" ON "StaffMember"("email");

-- CreateIndex
CREATE INDEX "AuditEntry_subject_at_idx" ON "AuditEntry"("subject", "at");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- CreateIndex
CREATE INDEX "Cart_updatedAt_idx" ON "Cart"("updatedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Course_slug_key" ON "Course"("slug");

-- CreateIndex
CREATE INDEX "CourseDiscipline_discipline_idx" ON "CourseDiscipline"("discipline");

-- CreateIndex
CREATE UNIQUE INDEX "Approval_referenceNumber_key" ON "Approval"("referenceNumber");

-- CreateIndex
CREATE INDEX "Approval_courseId_idx" ON "Approval"("courseId");

-- CreateIndex
CREATE UNIQUE INDEX "CourseFormat_stockId_key" ON "CourseFormat"("stockId");

-- CreateIndex
CREATE UNIQUE INDEX "CourseFormat_courseId_format_key" ON "CourseFormat"("courseId", "format");

-- CreateIndex
CREATE UNIQUE INDEX "PostTest_courseId_version_key" ON "PostTest"("courseId", "version");

-- CreateIndex
CREATE INDEX "Enrolment_orderId_idx" ON "Enrolment"("orderId");

-- CreateIndex
CREATE INDEX "Enrolment_participantKey_courseId_idx" ON "Enrolment"("participantKey", "courseId");

-- CreateIndex
CREATE UNIQUE INDEX "Enrolment_orderLineId_unit_key" ON "Enrolment"("orderLineId", "unit");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_number_key" ON "Certificate"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_verificationCode_key" ON "Certificate"("verificationCode");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_enrolmentId_key" ON "Certificate"("enrolmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_participantKey_courseId_key" ON "Certificate"("participantKey", "courseId");

-- CreateIndex
CREATE UNIQUE INDEX "Order_number_key" ON "Order"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Order_stripeSessionId_key" ON "Order"("stripeSessionId");

-- CreateIndex
CREATE UNIQUE INDEX "Order_stripePaymentIntentId_key" ON "Order"("stripePaymentIntentId");

-- CreateIndex
CREATE UNIQUE INDEX "Order_idempotencyKey_key" ON "Order"("idempotencyKey");

-- CreateIndex
CREATE INDEX "Order_state_endsAt_idx" ON "Order"("state", "endsAt");

-- CreateIndex
CREATE INDEX "Order_customerKey_idx" ON "Order"("customerKey");

-- CreateIndex
CREATE INDEX "Order_cartId_idx" ON "Order"("cartId");

-- CreateIndex
CREATE UNIQUE INDEX "OrderLine_orderId_position_key" ON "OrderLine"("orderId", "position");

-- CreateIndex
CREATE INDEX "OrderEvent_orderId_at_idx" ON "OrderEvent"("orderId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Refund_idempotencyKey_key" ON "Refund"("idempotencyKey");

-- CreateIndex
CREATE UNIQUE INDEX "Refund_stripeRefundId_key" ON "Refund"("stripeRefundId");

-- CreateIndex
CREATE INDEX "Refund_state_idx" ON "Refund"("state");

-- CreateIndex
CREATE INDEX "OutboxMessage_sentAt_nextAttemptAt_idx" ON "OutboxMessage"("sentAt", "nextAttemptAt");

-- CreateIndex
CREATE UNIQUE INDEX "Promotion_stockId_key" ON "Promotion"("stockId");

-- CreateIndex
CREATE INDEX "StockHold_stockId_state_endsAt_idx" ON "StockHold"("stockId", "state", "endsAt");

-- CreateIndex
CREATE INDEX "StockHold_orderId_idx" ON "StockHold"("orderId");

-- CreateIndex
CREATE UNIQUE INDEX "StockHold_stockId_orderId_key" ON "StockHold"("stockId", "orderId");

-- AddForeignKey
ALTER TABLE "StaffSession" ADD CONSTRAINT "StaffSession_staffMemberId_fkey" FOREIGN KEY ("staffMemberId") REFERENCES "StaffMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CartLine" ADD CONSTRAINT "CartLine_cartId_fkey" FOREIGN KEY ("cartId") REFERENCES "Cart"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CartLine" ADD CONSTRAINT "CartLine_courseFormatId_fkey" FOREIGN KEY ("courseFormatId") REFERENCES "CourseFormat"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CourseDiscipline" ADD CONSTRAINT "CourseDiscipline_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CreditDistribution" ADD CONSTRAINT "CreditDistribution_approvalId_fkey" FOREIGN KEY ("approvalId") REFERENCES "Approval"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CourseFormat" ADD CONSTRAINT "CourseFormat_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CourseFormat" ADD CONSTRAINT "CourseFormat_stockId_fkey" FOREIGN KEY ("stockId") REFERENCES "Stock"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostTest" ADD CONSTRAINT "PostTest_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_orderLineId_fkey" FOREIGN KEY ("orderLineId") REFERENCES "OrderLine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_approvalId_fkey" FOREIGN KEY ("approvalId") REFERENCES "Approval"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_postTestId_fkey" FOREIGN KEY ("postTestId") REFERENCES "PostTest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_cartId_fkey" FOREIGN KEY ("cartId") REFERENCES "Cart"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderLine" ADD CONSTRAINT "OrderLine_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderLine" ADD CONSTRAINT "OrderLine_courseFormatId_fkey" FOREIGN KEY ("courseFormatId") REFERENCES "CourseFormat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderPortion" ADD CONSTRAINT "OrderPortion_orderLineId_fkey" FOREIGN KEY ("orderLineId") REFERENCES "OrderLine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderPortion" ADD CONSTRAINT "OrderPortion_promotionId_fkey" FOREIGN KEY ("promotionId") REFERENCES "Promotion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderEvent" ADD CONSTRAINT "OrderEvent_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Promotion" ADD CONSTRAINT "Promotion_stockId_fkey" FOREIGN KEY ("stockId") REFERENCES "Stock"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PromotionVersion" ADD CONSTRAINT "PromotionVersion_promotionId_fkey" FOREIGN KEY ("promotionId") REFERENCES "Promotion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockCustomer" ADD CONSTRAINT "StockCustomer_stockId_fkey" FOREIGN KEY ("stockId") REFERENCES "Stock"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockHold" ADD CONSTRAINT "StockHold_stockId_fkey" FOREIGN KEY ("stockId") REFERENCES "Stock"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockHold" ADD CONSTRAINT "StockHold_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Checks that guard money and stock
ALTER TABLE "Shop" ADD CONSTRAINT "Shop_single_check" CHECK ("id" = 1);
ALTER TABLE "Shop" ADD CONSTRAINT "Shop_mode_check" CHECK ("mode" IN ('demo', 'test', 'live'));
ALTER TABLE "Shop" ADD CONSTRAINT "Shop_shipping_check" CHECK ("shippingCents" >= 0);
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_category_check" CHECK ("category" IN ('A', 'A+'));
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_credits_check" CHECK ("creditsHundredths" > 0 AND "creditsHundredths" <= 10000);
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_window_check" CHECK ("startsOn" <= "endsOn");
ALTER TABLE "CreditDistribution" ADD CONSTRAINT "CreditDistribution_credits_check" CHECK ("creditsHundredths" > 0);
ALTER TABLE "CourseFormat" ADD CONSTRAINT "CourseFormat_price_check" CHECK ("priceCents" >= 0);
ALTER TABLE "PostTest" ADD CONSTRAINT "PostTest_version_check" CHECK ("version" >= 1);
ALTER TABLE "Stock" ADD CONSTRAINT "Stock_units_check" CHECK ("taken" >= 0 AND "taken" <= "capacity");
ALTER TABLE "Stock" ADD CONSTRAINT "Stock_per_customer_check" CHECK ("perCustomer" IS NULL OR "perCustomer" >= 1);
ALTER TABLE "StockCustomer" ADD CONSTRAINT "StockCustomer_taken_check" CHECK ("taken" >= 0);
ALTER TABLE "StockHold" ADD CONSTRAINT "StockHold_units_check" CHECK ("units" >= 1);
ALTER TABLE "Promotion" ADD CONSTRAINT "Promotion_window_check" CHECK ("startsAt" < "endsAt");
ALTER TABLE "Promotion" ADD CONSTRAINT "Promotion_version_check" CHECK ("version" >= 1);
ALTER TABLE "CartLine" ADD CONSTRAINT "CartLine_quantity_check" CHECK ("quantity" BETWEEN 1 AND 100);
ALTER TABLE "Order" ADD CONSTRAINT "Order_totals_check" CHECK ("itemsCents" >= 0 AND "shippingCents" >= 0 AND "totalCents" = "itemsCents" + "shippingCents");
ALTER TABLE "Order" ADD CONSTRAINT "Order_number_check" CHECK (("number" IS NULL) = ("paidAt" IS NULL));
ALTER TABLE "OrderLine" ADD CONSTRAINT "OrderLine_quantity_check" CHECK ("quantity" >= 1);
ALTER TABLE "OrderLine" ADD CONSTRAINT "OrderLine_total_check" CHECK ("totalCents" >= 0);
ALTER TABLE "OrderPortion" ADD CONSTRAINT "OrderPortion_quantity_check" CHECK ("quantity" >= 1);
ALTER TABLE "OrderPortion" ADD CONSTRAINT "OrderPortion_total_check" CHECK ("totalCents" >= 0 AND "totalCents" <= "regularUnitPriceCents" * "quantity");
ALTER TABLE "OrderPortion" ADD CONSTRAINT "OrderPortion_version_check" CHECK (("promotionId" IS NULL) = ("promotionVersion" IS NULL));
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_amount_check" CHECK ("amountCents" > 0);
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_attempts_check" CHECK ("attemptsUsed" BETWEEN 0 AND 3);
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_unit_check" CHECK ("unit" >= 1);
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_number_check" CHECK ("number" BETWEEN 1 AND 3);
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_score_check" CHECK ("correct" >= 0 AND "correct" <= "questions");
