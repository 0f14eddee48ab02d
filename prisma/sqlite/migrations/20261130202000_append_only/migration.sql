-- The audit and the ledger are append-only, and the audit is a chain: docs/decisions/0016-the-audit-chain.md.
ALTER TABLE "AuditEntry" ADD COLUMN "network" TEXT;
ALTER TABLE "AuditEntry" ADD COLUMN "device" TEXT;
ALTER TABLE "AuditEntry" ADD COLUMN "actorSalt" TEXT;
ALTER TABLE "AuditEntry" ADD COLUMN "originSalt" TEXT;
ALTER TABLE "AuditEntry" ADD COLUMN "changeSalt" TEXT;
ALTER TABLE "AuditEntry" ADD COLUMN "erasedBy" TEXT;

CREATE TABLE "AuditLink" (
    "seq" INTEGER NOT NULL PRIMARY KEY,
    "entryId" TEXT NOT NULL,
    "actorDigest" TEXT NOT NULL,
    "originDigest" TEXT NOT NULL,
    "changeDigest" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    CONSTRAINT "AuditLink_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "AuditEntry" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "AuditLink_entryId_key" ON "AuditLink"("entryId");

CREATE TABLE "AuditHead" (
    "id" INTEGER NOT NULL PRIMARY KEY DEFAULT 1,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "waiting" INTEGER NOT NULL,
    CONSTRAINT "AuditHead_check" CHECK ("id" = 1 AND "seq" >= 0 AND "waiting" >= 0)
);

-- `npm run migrate` links the entries from before the chain.
UPDATE "AuditEntry" SET "actorSalt" = lower(hex(randomblob(16))), "originSalt" = lower(hex(randomblob(16))), "changeSalt" = lower(hex(randomblob(16)));
INSERT INTO "AuditHead" ("seq", "hash", "waiting") SELECT 0, '', count(*) FROM "AuditEntry";

-- A migration that rebuilds one of these tables must create its triggers again.
CREATE TRIGGER "AuditLink_no_update" BEFORE UPDATE ON "AuditLink" BEGIN SELECT RAISE(ABORT, 'AuditLink is append-only'); END;
CREATE TRIGGER "AuditLink_no_delete" BEFORE DELETE ON "AuditLink" BEGIN SELECT RAISE(ABORT, 'AuditLink is append-only'); END;
CREATE TRIGGER "LedgerEntry_no_update" BEFORE UPDATE ON "LedgerEntry" BEGIN SELECT RAISE(ABORT, 'LedgerEntry is append-only'); END;
CREATE TRIGGER "LedgerEntry_no_delete" BEFORE DELETE ON "LedgerEntry" BEGIN SELECT RAISE(ABORT, 'LedgerEntry is append-only'); END;
CREATE TRIGGER "LedgerPosting_no_update" BEFORE UPDATE ON "LedgerPosting" BEGIN SELECT RAISE(ABORT, 'LedgerPosting is append-only'); END;
CREATE TRIGGER "LedgerPosting_no_delete" BEFORE DELETE ON "LedgerPosting" BEGIN SELECT RAISE(ABORT, 'LedgerPosting is append-only'); END;
CREATE TRIGGER "OrderEvent_no_update" BEFORE UPDATE ON "OrderEvent" BEGIN SELECT RAISE(ABORT, 'OrderEvent is append-only'); END;
CREATE TRIGGER "OrderEvent_no_delete" BEFORE DELETE ON "OrderEvent" BEGIN SELECT RAISE(ABORT, 'OrderEvent is append-only'); END;
CREATE TRIGGER "AuditEntry_no_delete" BEFORE DELETE ON "AuditEntry" BEGIN SELECT RAISE(ABORT, 'AuditEntry is append-only'); END;
-- Only whole parts may be blanked, for good, and only where a later entry says so.
CREATE TRIGGER "AuditEntry_no_update" BEFORE UPDATE ON "AuditEntry" WHEN NOT (
  NEW."id" IS OLD."id" AND NEW."at" IS OLD."at" AND NEW."action" IS OLD."action" AND NEW."subject" IS OLD."subject" AND NEW."requestId" IS OLD."requestId"
  AND ((NEW."actor" IS OLD."actor" AND NEW."actorSalt" IS OLD."actorSalt") OR (NEW."actor" IS 'erased' AND NEW."actorSalt" IS NULL))
  AND ((NEW."network" IS OLD."network" AND NEW."device" IS OLD."device" AND NEW."originSalt" IS OLD."originSalt") OR (NEW."network" IS NULL AND NEW."device" IS NULL AND NEW."originSalt" IS NULL))
  AND ((NEW."before" IS OLD."before" AND NEW."after" IS OLD."after" AND NEW."changeSalt" IS OLD."changeSalt") OR (NEW."before" IS NULL AND NEW."after" IS NULL AND NEW."changeSalt" IS NULL))
  AND OLD."action" <> 'audit.erased'
  AND EXISTS (SELECT 1 FROM "AuditLink" WHERE "entryId" = OLD."id")
  AND EXISTS (SELECT 1 FROM "AuditEntry" WHERE "id" = NEW."erasedBy" AND "action" = 'audit.erased')
) BEGIN SELECT RAISE(ABORT, 'AuditEntry is append-only'); END;
CREATE TRIGGER "AuditHead_no_delete" BEFORE DELETE ON "AuditHead" BEGIN SELECT RAISE(ABORT, 'AuditHead only moves forward'); END;
CREATE TRIGGER "AuditHead_forward" BEFORE UPDATE ON "AuditHead" WHEN NEW."seq" < OLD."seq" OR (NEW."seq" = OLD."seq" AND NEW."hash" <> OLD."hash")
BEGIN SELECT RAISE(ABORT, 'AuditHead only moves forward'); END;
