import { randomBytes } from "node:crypto";
import { writeAudit } from "~/audit/audit.server";
import type { PromotionId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { isDuplicateOf } from "~/platform/db/constraint.server";
import { lockPromotion } from "~/platform/db/locks.server";
import { transaction } from "~/platform/db/transaction.server";
import { newSecret } from "~/platform/secrets.server";
import { stageOf, Terms } from "../kinds/kinds";
import { makeCodes } from "./make";

/** Databases accept only so many values per statement. */
const chunk = 500;
/** 10,000 codes take two seconds, and longer on a busy machine. */
const timeLimit = { timeout: 60_000 };

/** The coupon that codes are generated for. Throws a 404 if the promotion does not exist or is not a coupon. */
export async function requireCoupon(id: PromotionId): Promise<{ id: PromotionId; name: string }> {
  const row = await db().promotion.findUnique({ where: { id }, select: { name: true, terms: true } });
  if (!row) throw new Response("This promotion does not exist.", { status: 404 });
  if (stageOf(Terms.parse(row.terms).kind) !== "coupons")
    throw new Response("Only a coupon can have codes.", { status: 404 });
  return { id, name: row.name };
}

type Wanted = {
  count: number;
  prefix: string;
  /** How many codes the coupon had when the form was opened. */
  known: number;
  /** The staff member's e-mail. */
  actor: string;
};

/** Generates codes for one use each, in one transaction: all of them or none. If others were generated since the form was opened, it
 *  returns how many there are now instead, so a form sent twice generates its codes once. */
export async function generateCodes(promotionId: PromotionId, wanted: Wanted): Promise<Result<void, { made: number }>> {
  await requireCoupon(promotionId);
  for (;;) {
    try {
      return await insertCodes(promotionId, wanted);
    } catch (error) {
      // One of them already existed; with 52 bits each, that doesn't happen twice.
      if (!isDuplicateOf(error, "CouponCode_pkey")) throw error;
    }
  }
}

async function insertCodes(
  promotionId: PromotionId,
  { count, prefix, known, actor }: Wanted,
): Promise<Result<void, { made: number }>> {
  const at = now();
  const rows = makeCodes(count, prefix, randomBytes).map((code) => ({
    code,
    promotionId,
    stockId: newSecret(),
    createdAt: at,
  }));
  return transaction(async (tx) => {
    await lockPromotion(tx, promotionId);
    const made = await tx.couponCode.count({ where: inBulk(promotionId) });
    if (made !== known) return failed({ made });
    for (let start = 0; start < rows.length; start += chunk) {
      const part = rows.slice(start, start + chunk);
      await tx.stock.createMany({ data: part.map(({ stockId }) => ({ id: stockId, capacity: 1 })) });
      await tx.couponCode.createMany({ data: part });
    }
    const after = { codes: count, ...(prefix ? { prefix } : {}) };
    await writeAudit(tx, { actor, action: "codes.made", subject: `promotion:${promotionId}`, after, at });
    return ok(undefined);
  }, timeLimit);
}

function inBulk(promotionId: PromotionId) {
  return { promotionId, stockId: { not: null } };
}

export type CodeState = "unused" | "in checkout" | "used";
export type BulkCode = { code: string; state: CodeState; createdAt: Date };

/** Codes generated in bulk, newest first, each with its state. */
export async function readCodes(promotionId: PromotionId, page?: { skip: number; take: number }): Promise<BulkCode[]> {
  const at = await databaseNow(db());
  const rows = await db().couponCode.findMany({
    where: inBulk(promotionId),
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
    return { code, createdAt, state: isUsed ? "used" : isHeld ? "in checkout" : "unused" };
  });
}

/** How many were generated in bulk, by state; a hold past its end does not count. */
export async function countCodes(
  promotionId: PromotionId,
): Promise<Record<"made" | "used" | "held" | "unused", number>> {
  const at = await databaseNow(db());
  const where = inBulk(promotionId);
  const isUsed = { holds: { some: { state: "sold" as const } } };
  const isHeld = { NOT: isUsed, holds: { some: { state: "held" as const, endsAt: { gt: at } } } };
  const [made, used, held] = await Promise.all([
    db().couponCode.count({ where }),
    db().couponCode.count({ where: { ...where, stock: isUsed } }),
    db().couponCode.count({ where: { ...where, stock: isHeld } }),
  ]);
  return { made, used, held, unused: made - used - held };
}

/** Anyone who downloads codes can use them, so the audit log records who did. */
export async function auditDownload(promotionId: PromotionId, count: number, actor: string): Promise<void> {
  await writeAudit(db(), {
    actor,
    action: "codes.downloaded",
    subject: `promotion:${promotionId}`,
    after: { codes: count },
    at: now(),
  });
}
