import type { Queries } from "~/platform/db.server";
import { changeCapacity } from "~/stock/change-capacity.server";
import { isCounted } from "../kinds/kinds";
import type { PromotionRecord } from "./records.server";
import {
  capacityOf,
  type PromotionField,
  type PromotionProblem,
  type PromotionRevision,
  type PromotionValues,
} from "./revise";

/** A new promotion with its stock: sale units and a coupon's uses are counted, whether or not something limits them. */
export async function insertPromotion(tx: Queries, id: string, values: PromotionValues): Promise<void> {
  const { perCustomer, terms } = values;
  const stockId = isCounted(terms.kind) ? id : null;
  if (stockId) await tx.stock.create({ data: { id, capacity: capacityOf(values), perCustomer } });
  await tx.promotion.create({ data: { id, version: 1, stockId, ...rowOf(values) } });
}

/** False where somebody else was quicker. A limit is changed by an increment, never overwritten. */
export async function updatePromotion(
  tx: Queries,
  { id, version, stockId }: PromotionRecord,
  { values, limitChange }: PromotionRevision,
): Promise<boolean> {
  const { count } = await tx.promotion.updateMany({
    where: { id, version },
    data: { version: version + 1, ...rowOf(values) },
  });
  if (count !== 1) return false;
  if (!stockId) return true;
  // The stock's lock and its reclaimed holds have ruled this out; the guard stays because rows decide, not reasoning.
  if (!(await changeCapacity(tx, stockId, limitChange)))
    throw new Error(`promotion ${id} changed inside its own transaction`);
  await tx.stock.update({ where: { id: stockId }, data: { perCustomer: values.perCustomer } });
  return true;
}

/** PRICING 12: every version is kept for ever. */
export async function insertVersion(
  tx: Queries,
  promotionId: string,
  version: number,
  values: PromotionValues,
  createdAt: Date,
): Promise<void> {
  const { terms, startsAt, endsAt, status } = rowOf(values);
  await tx.promotionVersion.create({ data: { promotionId, version, terms, startsAt, endsAt, status, createdAt } });
}

/** A code belongs to one promotion of the shop: answers the problem where another one has it. */
export async function changeCodes(
  tx: Queries,
  promotionId: string,
  before: string[],
  after: string[],
  createdAt: Date,
): Promise<PromotionProblem | undefined> {
  const added = after.filter((code) => !before.includes(code));
  const found = await tx.couponCode.findFirst({
    where: { code: { in: added } },
    include: { promotion: { select: { name: true } } },
  });
  if (found) return { field: "codes", message: `The code ${found.code} belongs to “${found.promotion.name}” already.` };
  const removed = before.filter((code) => !after.includes(code));
  if (removed.length > 0)
    await tx.couponCode.deleteMany({ where: { promotionId, stockId: null, code: { in: removed } } });
  if (added.length > 0)
    await tx.couponCode.createMany({ data: added.map((code) => ({ code, promotionId, createdAt })) });
  return undefined;
}

/** Values as an audit row holds them; of an edit, only the fields that it changed. */
export function auditOf(values: PromotionValues, fields = Object.keys(values) as PromotionField[]) {
  const plain = { ...values, startsAt: values.startsAt.toISOString(), endsAt: values.endsAt.toISOString() };
  return Object.fromEntries(fields.map((field) => [field, plain[field]]));
}

function rowOf({ name, terms, startsAt, endsAt, isPaused, isFeatured, isPublished }: PromotionValues) {
  const status = isPaused ? ("paused" as const) : ("active" as const);
  return { name, terms, startsAt, endsAt, status, featured: isFeatured, published: isPublished };
}
