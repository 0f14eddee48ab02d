import { randomBytes } from "node:crypto";
import { writeAudit } from "~/audit/audit.server";
import { failed, ok, type Result } from "~/core/result";
import { now } from "~/platform/clock.server";
import { databaseNow, db, isAlreadyThere } from "~/platform/db.server";
import { newSecret } from "~/platform/secrets.server";
import { requireRecord } from "../store/records.server";
import { makeCodes } from "./make";

/** Databases take only so many values in one statement. */
const chunk = 500;
/** 10,000 codes are two seconds' work; a busy machine may take its time. */
const patience = { timeout: 60_000 };

/** The coupon that codes are made for. Throws a 404 where the promotion is none. */
export async function requireCoupon(promotionId: string) {
  const record = await requireRecord(db(), promotionId);
  if (record.values.terms.kind !== "coupon") throw new Response("Only a coupon has codes.", { status: 404 });
  return record;
}

type Wanted = {
  count: number;
  prefix: string;
  /** How many codes the coupon had when they were asked for. */
  known: number;
  /** The staff member's e-mail. */
  actor: string;
};

/** Makes codes for one use each, in one transaction: all of them or none. Where others were made since they were asked for, none, and
 *  how many there are now: a form that is sent twice makes its codes once. */
export async function createCodes(promotionId: string, wanted: Wanted): Promise<Result<void, { made: number }>> {
  await requireCoupon(promotionId);
  for (;;) {
    try {
      return await insertCodes(promotionId, wanted);
    } catch (error) {
      // One of them was a code already: with 52 bits each that does not happen twice.
      if (!isAlreadyThere(error)) throw error;
    }
  }
}

async function insertCodes(
  promotionId: string,
  { count, prefix, known, actor }: Wanted,
): Promise<Result<void, { made: number }>> {
  const at = now();
  const rows = makeCodes(count, prefix, randomBytes).map((code) => ({
    code,
    promotionId,
    stockId: newSecret(),
    createdAt: at,
  }));
  return db().$transaction(async (tx) => {
    // Writing the coupon's row first lets those who make codes of it wait for each other.
    await tx.$executeRaw`UPDATE "Promotion" SET "version" = "version" WHERE "id" = ${promotionId}`;
    const made = await tx.couponCode.count({ where: bulkOf(promotionId) });
    if (made !== known) return failed({ made });
    for (let start = 0; start < rows.length; start += chunk) {
      const part = rows.slice(start, start + chunk);
      await tx.stock.createMany({ data: part.map(({ stockId }) => ({ id: stockId, capacity: 1 })) });
      await tx.couponCode.createMany({ data: part });
    }
    const after = { codes: count, ...(prefix ? { prefix } : {}) };
    await writeAudit(tx, { actor, action: "codes.made", subject: `promotion:${promotionId}`, after, at });
    return ok(undefined);
  }, patience);
}

function bulkOf(promotionId: string) {
  return { promotionId, stockId: { not: null } };
}

export type CodeState = "free" | "in a checkout" | "used";
export type BulkCode = { code: string; state: CodeState; createdAt: Date };

/** Codes that were made in bulk, in the order of their making, with what became of each. */
export async function readCodes(promotionId: string, page?: { skip: number; take: number }): Promise<BulkCode[]> {
  const at = await databaseNow(db());
  const rows = await db().couponCode.findMany({
    where: bulkOf(promotionId),
    orderBy: [{ createdAt: "desc" }, { code: "asc" }],
    ...page,
    include: {
      stock: {
        select: { holds: { where: { state: { in: ["sold", "held"] } }, select: { state: true, endsAt: true } } },
      },
    },
  });
  return rows.map(({ code, createdAt, stock }) => {
    const holds = stock?.holds ?? [];
    const isUsed = holds.some(({ state }) => state === "sold");
    const isHeld = holds.some(({ state, endsAt }) => state === "held" && endsAt > at);
    return { code, createdAt, state: isUsed ? "used" : isHeld ? "in a checkout" : "free" };
  });
}

/** How many were made in bulk, and what became of them; a hold past its end counts for nothing. */
export async function countCodes(promotionId: string): Promise<Record<"made" | "used" | "held" | "free", number>> {
  const at = await databaseNow(db());
  const where = bulkOf(promotionId);
  const isUsed = { holds: { some: { state: "sold" as const } } };
  const isHeld = { NOT: isUsed, holds: { some: { state: "held" as const, endsAt: { gt: at } } } };
  const [made, used, held] = await Promise.all([
    db().couponCode.count({ where }),
    db().couponCode.count({ where: { ...where, stock: isUsed } }),
    db().couponCode.count({ where: { ...where, stock: isHeld } }),
  ]);
  return { made, used, held, free: made - used - held };
}

/** Whoever downloads codes can use them: the audit says who did. */
export async function auditDownload(promotionId: string, count: number, actor: string): Promise<void> {
  await writeAudit(db(), {
    actor,
    action: "codes.downloaded",
    subject: `promotion:${promotionId}`,
    after: { codes: count },
    at: now(),
  });
}
