import type { PromotionId } from "~/core/ids";
import type { Queries } from "~/platform/db/client.server";

/** Saves a coupon's own codes. A code belongs to one promotion of the shop: returns the problem if another one has it. */
export async function saveCodes(
  tx: Queries,
  promotionId: PromotionId,
  before: string[],
  after: string[],
  createdAt: Date,
): Promise<string | undefined> {
  const added = after.filter((code) => !before.includes(code));
  const found = await tx.couponCode.findFirst({
    where: { code: { in: added } },
    include: { promotion: { select: { name: true } } },
  });
  if (found) return `The code ${found.code} already belongs to “${found.promotion.name}”.`;
  const removed = before.filter((code) => !after.includes(code));
  if (removed.length > 0)
    await tx.couponCode.deleteMany({ where: { promotionId, stockId: null, code: { in: removed } } });
  if (added.length > 0)
    await tx.couponCode.createMany({ data: added.map((code) => ({ code, promotionId, createdAt })) });
  return undefined;
}
