import { randomBytes } from "node:crypto";
import { writeAudit } from "~/accounts/audit.server";
import { now } from "~/platform/clock.server";
import { databaseNow, db } from "~/platform/db.server";
import { newSecret } from "~/platform/secrets.server";
import { makeCodes } from "./make-codes";
import { requireRecord } from "./promotion-facts.server";

/** Databases take only so many values in one statement. */
const chunk = 500;

/** The coupon that codes are made for. Throws a 404 where the promotion is none. */
export async function requireCoupon(promotionId: string) {
  const record = await requireRecord(db(), promotionId);
  if (record.values.terms.kind !== "coupon") throw new Response("Only a coupon has codes.", { status: 404 });
  return record;
}

/** Makes codes for one use each, in one transaction: all of them or none. */
export async function createCodes(promotionId: string, count: number, prefix: string, actor: string): Promise<void> {
  await requireCoupon(promotionId);
  const codes = makeCodes(count, prefix, () => false, randomBytes);
  const at = now();
  const rows = codes.map((code) => ({ code, promotionId, stockId: newSecret(), createdAt: at }));
  await db().$transaction(async (tx) => {
    for (let start = 0; start < rows.length; start += chunk) {
      const part = rows.slice(start, start + chunk);
      await tx.stock.createMany({ data: part.map(({ stockId }) => ({ id: stockId, capacity: 1 })) });
      await tx.couponCode.createMany({ data: part });
    }
    const after = { codes: count, ...(prefix ? { prefix } : {}) };
    await writeAudit(tx, { actor, action: "codes.made", subject: `promotion:${promotionId}`, after, at });
  });
}

export type CodeState = "free" | "in a checkout" | "used";
export type BulkCode = { code: string; state: CodeState; createdAt: Date };

/** Codes that were made in bulk, in the order of their making, with what became of each. */
export async function readCodes(promotionId: string, page?: { skip: number; take: number }): Promise<BulkCode[]> {
  const at = await databaseNow(db());
  const rows = await db().couponCode.findMany({
    where: { promotionId, stockId: { not: null } },
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

export async function countCodes(promotionId: string): Promise<{ made: number; used: number }> {
  const where = { promotionId, stockId: { not: null } };
  const [made, used] = await Promise.all([
    db().couponCode.count({ where }),
    db().couponCode.count({ where: { ...where, stock: { holds: { some: { state: "sold" } } } } }),
  ]);
  return { made, used };
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
