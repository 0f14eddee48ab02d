-- CreateTable
CREATE TABLE "StaffMember" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "disabledAt" DATETIME,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "StaffSession" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "staffMemberId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "lastSeenAt" DATETIME NOT NULL,
    CONSTRAINT "StaffSession_staffMemberId_fkey" FOREIGN KEY ("staffMemberId") REFERENCES "StaffMember" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "requestId" TEXT
);

-- CreateTable
CREATE TABLE "Cart" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "CartLine" (
    "cartId" TEXT NOT NULL,
    "courseFormatId" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "addedAt" DATETIME NOT NULL,

    PRIMARY KEY ("cartId", "courseFormatId"),
    CONSTRAINT "CartLine_cartId_fkey" FOREIGN KEY ("cartId") REFERENCES "Cart" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CartLine_courseFormatId_fkey" FOREIGN KEY ("courseFormatId") REFERENCES "CourseFormat" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CartLine_quantity_check" CHECK ("quantity" BETWEEN 1 AND 100)
);

-- CreateTable
CREATE TABLE "Course" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "subtitle" TEXT,
    "summary" TEXT NOT NULL,
    "objectives" JSONB NOT NULL,
    "authors" JSONB NOT NULL,
    "pageCount" INTEGER NOT NULL,
    "publishedOn" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'published',
    "readingText" TEXT,
    CONSTRAINT "Course_status_check" CHECK ("status" IN ('published', 'retired'))
);

-- CreateTable
CREATE TABLE "CourseDiscipline" (
    "courseId" TEXT NOT NULL,
    "discipline" TEXT NOT NULL,

    PRIMARY KEY ("courseId", "discipline"),
    CONSTRAINT "CourseDiscipline_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Approval" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "courseId" TEXT NOT NULL,
    "approver" TEXT NOT NULL,
    "referenceNumber" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT NOT NULL,
    "creditsHundredths" INTEGER NOT NULL,
    CONSTRAINT "Approval_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Approval_category_check" CHECK ("category" IN ('A', 'A+')),
    CONSTRAINT "Approval_credits_check" CHECK ("creditsHundredths" > 0 AND "creditsHundredths" <= 10000),
    CONSTRAINT "Approval_window_check" CHECK ("startsOn" <= "endsOn")
);

-- CreateTable
CREATE TABLE "CreditDistribution" (
    "approvalId" TEXT NOT NULL,
    "discipline" TEXT NOT NULL,
    "specification" TEXT NOT NULL,
    "subcategory" TEXT NOT NULL,
    "creditsHundredths" INTEGER NOT NULL,

    PRIMARY KEY ("approvalId", "discipline", "specification", "subcategory"),
    CONSTRAINT "CreditDistribution_approvalId_fkey" FOREIGN KEY ("approvalId") REFERENCES "Approval" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CreditDistribution_credits_check" CHECK ("creditsHundredths" > 0)
);

-- CreateTable
CREATE TABLE "CourseFormat" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "courseId" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "priceCents" INTEGER NOT NULL,
    "isbn" TEXT,
    "weightGrams" INTEGER,
    "stockId" TEXT,
    CONSTRAINT "CourseFormat_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CourseFormat_stockId_fkey" FOREIGN KEY ("stockId") REFERENCES "Stock" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "CourseFormat_price_check" CHECK ("priceCents" >= 0),
    CONSTRAINT "CourseFormat_format_check" CHECK ("format" IN ('book_by_mail', 'ebook', 'test_only'))
);

-- CreateTable
CREATE TABLE "PostTest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "courseId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "questions" JSONB NOT NULL,
    CONSTRAINT "PostTest_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "PostTest_version_check" CHECK ("version" >= 1)
);

-- CreateTable
CREATE TABLE "Enrolment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "orderId" TEXT NOT NULL,
    "orderLineId" TEXT NOT NULL,
    "unit" INTEGER NOT NULL,
    "courseId" TEXT NOT NULL,
    "approvalId" TEXT NOT NULL,
    "participantName" TEXT,
    "participantEmail" TEXT,
    "participantKey" TEXT,
    "attemptsUsed" INTEGER NOT NULL DEFAULT 0,
    "passedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Enrolment_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Enrolment_orderLineId_fkey" FOREIGN KEY ("orderLineId") REFERENCES "OrderLine" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Enrolment_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Enrolment_approvalId_fkey" FOREIGN KEY ("approvalId") REFERENCES "Approval" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Enrolment_attempts_check" CHECK ("attemptsUsed" BETWEEN 0 AND 3),
    CONSTRAINT "Enrolment_unit_check" CHECK ("unit" >= 1)
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
    "submittedAt" DATETIME NOT NULL,

    PRIMARY KEY ("enrolmentId", "number"),
    CONSTRAINT "Attempt_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Attempt_postTestId_fkey" FOREIGN KEY ("postTestId") REFERENCES "PostTest" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Attempt_number_check" CHECK ("number" BETWEEN 1 AND 3),
    CONSTRAINT "Attempt_score_check" CHECK ("correct" >= 0 AND "correct" <= "questions")
);

-- CreateTable
CREATE TABLE "Certificate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" TEXT NOT NULL,
    "verificationCode" TEXT NOT NULL,
    "enrolmentId" TEXT NOT NULL,
    "participantKey" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "snapshot" JSONB NOT NULL,
    "demo" BOOLEAN NOT NULL,
    "issuedAt" DATETIME NOT NULL,
    CONSTRAINT "Certificate_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Order" (
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
    "totalCents" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "paidAt" DATETIME,
    "stripeSessionId" TEXT,
    "stripeSessionUrl" TEXT,
    "stripePaymentIntentId" TEXT,
    "idempotencyKey" TEXT NOT NULL,
    "sessionParameters" JSONB,
    "shippingAddress" JSONB,
    CONSTRAINT "Order_cartId_fkey" FOREIGN KEY ("cartId") REFERENCES "Cart" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Order_totals_check" CHECK ("itemsCents" >= 0 AND "shippingCents" >= 0 AND "totalCents" = "itemsCents" + "shippingCents"),
    CONSTRAINT "Order_number_check" CHECK (("number" IS NULL) = ("paidAt" IS NULL)),
    CONSTRAINT "Order_state_check" CHECK ("state" IN ('awaiting_payment', 'processing', 'paid', 'expired', 'refunding', 'refunded', 'attention'))
);

-- CreateTable
CREATE TABLE "OrderLine" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "orderId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "courseFormatId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "totalCents" INTEGER NOT NULL,
    CONSTRAINT "OrderLine_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "OrderLine_courseFormatId_fkey" FOREIGN KEY ("courseFormatId") REFERENCES "CourseFormat" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "OrderLine_quantity_check" CHECK ("quantity" >= 1),
    CONSTRAINT "OrderLine_total_check" CHECK ("totalCents" >= 0)
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

    PRIMARY KEY ("orderLineId", "position"),
    CONSTRAINT "OrderPortion_orderLineId_fkey" FOREIGN KEY ("orderLineId") REFERENCES "OrderLine" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "OrderPortion_promotionId_fkey" FOREIGN KEY ("promotionId") REFERENCES "Promotion" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "OrderPortion_quantity_check" CHECK ("quantity" >= 1),
    CONSTRAINT "OrderPortion_total_check" CHECK ("totalCents" >= 0 AND "totalCents" <= "regularUnitPriceCents" * "quantity"),
    CONSTRAINT "OrderPortion_version_check" CHECK (("promotionId" IS NULL) = ("promotionVersion" IS NULL))
);

-- CreateTable
CREATE TABLE "OrderEvent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "orderId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "detail" TEXT,
    CONSTRAINT "OrderEvent_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Refund" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "orderId" TEXT NOT NULL,
    "amountCents" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'requested',
    "idempotencyKey" TEXT NOT NULL,
    "stripeRefundId" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Refund_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Refund_amount_check" CHECK ("amountCents" > 0),
    CONSTRAINT "Refund_state_check" CHECK ("state" IN ('requested', 'pending', 'succeeded', 'failed'))
);

-- CreateTable
CREATE TABLE "StripeEvent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "type" TEXT NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "handledAt" DATETIME
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "nextAttemptAt" DATETIME NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sentAt" DATETIME,
    "lastError" TEXT
);

-- CreateTable
CREATE TABLE "Promotion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "terms" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "startsAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'active',
    "featured" BOOLEAN NOT NULL DEFAULT false,
    "stockId" TEXT,
    CONSTRAINT "Promotion_stockId_fkey" FOREIGN KEY ("stockId") REFERENCES "Stock" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Promotion_window_check" CHECK ("startsAt" < "endsAt"),
    CONSTRAINT "Promotion_version_check" CHECK ("version" >= 1),
    CONSTRAINT "Promotion_status_check" CHECK ("status" IN ('active', 'paused'))
);

-- CreateTable
CREATE TABLE "PromotionVersion" (
    "promotionId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "terms" JSONB NOT NULL,
    "startsAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "status" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("promotionId", "version"),
    CONSTRAINT "PromotionVersion_promotionId_fkey" FOREIGN KEY ("promotionId") REFERENCES "Promotion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Shop" (
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
    "shippingCents" INTEGER NOT NULL,
    "catalogRevision" INTEGER NOT NULL DEFAULT 1,
    "lastOrderNumber" INTEGER NOT NULL DEFAULT 1000,
    CONSTRAINT "Shop_single_check" CHECK ("id" = 1),
    CONSTRAINT "Shop_mode_check" CHECK ("mode" IN ('demo', 'test', 'live')),
    CONSTRAINT "Shop_shipping_check" CHECK ("shippingCents" >= 0)
);

-- CreateTable
CREATE TABLE "Stock" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "capacity" INTEGER NOT NULL,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "perCustomer" INTEGER,
    "revision" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "Stock_units_check" CHECK ("taken" >= 0 AND "taken" <= "capacity"),
    CONSTRAINT "Stock_per_customer_check" CHECK ("perCustomer" IS NULL OR "perCustomer" >= 1)
);

-- CreateTable
CREATE TABLE "StockCustomer" (
    "stockId" TEXT NOT NULL,
    "customerKey" TEXT NOT NULL,
    "taken" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("stockId", "customerKey"),
    CONSTRAINT "StockCustomer_stockId_fkey" FOREIGN KEY ("stockId") REFERENCES "Stock" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "StockCustomer_taken_check" CHECK ("taken" >= 0)
);

-- CreateTable
CREATE TABLE "StockHold" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "stockId" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "customerKey" TEXT NOT NULL,
    "units" INTEGER NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'held',
    CONSTRAINT "StockHold_stockId_fkey" FOREIGN KEY ("stockId") REFERENCES "Stock" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "StockHold_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "StockHold_units_check" CHECK ("units" >= 1),
    CONSTRAINT "StockHold_state_check" CHECK ("state" IN ('held', 'lapsed', 'sold', 'released'))
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

