-- The audit and the ledger are append-only, and the audit is a chain: docs/decisions/0016-the-audit-chain.md.
ALTER TABLE "AuditEntry" ADD COLUMN "network" TEXT,
ADD COLUMN "device" TEXT,
ADD COLUMN "actorSalt" TEXT,
ADD COLUMN "originSalt" TEXT,
ADD COLUMN "changeSalt" TEXT,
ADD COLUMN "erasedBy" TEXT;

CREATE TABLE "AuditLink" (
    "seq" INTEGER NOT NULL,
    "entryId" TEXT NOT NULL,
    "actorDigest" TEXT NOT NULL,
    "originDigest" TEXT NOT NULL,
    "changeDigest" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditLink_pkey" PRIMARY KEY ("seq")
);
CREATE UNIQUE INDEX "AuditLink_entryId_key" ON "AuditLink"("entryId");
ALTER TABLE "AuditLink" ADD CONSTRAINT "AuditLink_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "AuditEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "AuditHead" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "waiting" INTEGER NOT NULL,

    CONSTRAINT "AuditHead_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "AuditHead_check" CHECK ("id" = 1 AND "seq" >= 0 AND "waiting" >= 0)
);

-- `npm run migrate` links the entries from before the chain.
UPDATE "AuditEntry" SET "actorSalt" = gen_random_uuid()::text, "originSalt" = gen_random_uuid()::text, "changeSalt" = gen_random_uuid()::text;
INSERT INTO "AuditHead" ("seq", "hash", "waiting") SELECT 0, '', count(*) FROM "AuditEntry";

CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER "AuditLink_no_change" BEFORE UPDATE OR DELETE ON "AuditLink" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "AuditLink_no_truncate" BEFORE TRUNCATE ON "AuditLink" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "LedgerEntry_no_change" BEFORE UPDATE OR DELETE ON "LedgerEntry" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "LedgerEntry_no_truncate" BEFORE TRUNCATE ON "LedgerEntry" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "LedgerPosting_no_change" BEFORE UPDATE OR DELETE ON "LedgerPosting" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "LedgerPosting_no_truncate" BEFORE TRUNCATE ON "LedgerPosting" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "OrderEvent_no_change" BEFORE UPDATE OR DELETE ON "OrderEvent" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "OrderEvent_no_truncate" BEFORE TRUNCATE ON "OrderEvent" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "AuditEntry_no_delete" BEFORE DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "AuditEntry_no_truncate" BEFORE TRUNCATE ON "AuditEntry" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "AuditHead_no_delete" BEFORE DELETE ON "AuditHead" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "AuditHead_no_truncate" BEFORE TRUNCATE ON "AuditHead" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "AuditHead_forward" BEFORE UPDATE ON "AuditHead" FOR EACH ROW
WHEN (NEW."seq" < OLD."seq" OR (NEW."seq" = OLD."seq" AND NEW."hash" <> OLD."hash")) EXECUTE FUNCTION "refuse_change"();

-- Only whole parts may be blanked, for good, and only where a later entry says so.
CREATE FUNCTION "allow_only_erasure"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."id", NEW."at", NEW."action", NEW."subject", NEW."requestId") IS NOT DISTINCT FROM (OLD."id", OLD."at", OLD."action", OLD."subject", OLD."requestId")
    AND ((NEW."actor", NEW."actorSalt") IS NOT DISTINCT FROM (OLD."actor", OLD."actorSalt") OR (NEW."actor" = 'erased' AND NEW."actorSalt" IS NULL))
    AND ((NEW."network", NEW."device", NEW."originSalt") IS NOT DISTINCT FROM (OLD."network", OLD."device", OLD."originSalt") OR (NEW."network" IS NULL AND NEW."device" IS NULL AND NEW."originSalt" IS NULL))
    AND ((NEW."before", NEW."after", NEW."changeSalt") IS NOT DISTINCT FROM (OLD."before", OLD."after", OLD."changeSalt") OR (NEW."before" IS NULL AND NEW."after" IS NULL AND NEW."changeSalt" IS NULL))
    AND OLD."action" <> 'audit.erased'
    AND EXISTS (SELECT 1 FROM "AuditLink" WHERE "entryId" = OLD."id")
    AND EXISTS (SELECT 1 FROM "AuditEntry" WHERE "id" = NEW."erasedBy" AND "action" = 'audit.erased')
  THEN RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER "AuditEntry_no_update" BEFORE UPDATE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION "allow_only_erasure"();
