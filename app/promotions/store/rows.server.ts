import type { PromotionId } from "~/core/ids";
import type { Queries } from "~/platform/db/client.server";
import { changeCapacity } from "~/stock/change-capacity.server";
import { isCounted } from "../kinds/kinds";
import type { CheckedValues, PromotionField, PromotionValues } from "./check-values";
import { capacityOf } from "./check-values";
import type { PromotionRecord } from "./records.server";

/** Creates a promotion with its stock: sale units and a coupon's uses are counted, with or without a limit. */
export async function insertPromotion(tx: Queries, id: PromotionId, values: PromotionValues): Promise<void> {
  const { perCustomer, terms } = values;
  const stockId = isCounted(terms.kind) ? id : null;
  if (stockId) await tx.stock.create({ data: { id, capacity: capacityOf(values), perCustomer } });
  await tx.promotion.create({ data: { id, version: 1, stockId, ...toRow(values) } });
}

/** False if someone else saved first. A limit is changed by an increment, never overwritten. */
export async function updatePromotion(
  tx: Queries,
  { id, version, stockId }: PromotionRecord,
  { values, limitChange }: CheckedValues,
): Promise<boolean> {
  const { count } = await tx.promotion.updateMany({
    where: { id, version },
    data: { version: version + 1, ...toRow(values) },
  });
  if (count !== 1) return false;
  if (!stockId) return true;
  // The stock's lock and its reclaimed holds rule this out; the guard stays in case they don't.
  if (!(await changeCapacity(tx, stockId, limitChange)))
    throw new Error(`promotion ${id} changed inside its own transaction`);
  await tx.stock.update({ where: { id: stockId }, data: { perCustomer: values.perCustomer } });
  return true;
}

/** PRICING 12: every version is kept forever. */
export async function insertVersion(
  tx: Queries,
  promotionId: PromotionId,
  version: number,
  values: PromotionValues,
  createdAt: Date,
): Promise<void> {
  const { terms, startsAt, endsAt, status } = toRow(values);
  await tx.promotionVersion.create({ data: { promotionId, version, terms, startsAt, endsAt, status, createdAt } });
}

/** Values as stored in an audit row; for an edit, only the changed fields. */
export function toAudit(values: PromotionValues, fields = Object.keys(values) as PromotionField[]) {
  const plain = { ...values, startsAt: values.startsAt.toISOString(), endsAt: values.endsAt.toISOString() };
  return Object.fromEntries(fields.map((field) => [field, plain[field]]));
}

function toRow({ name, terms, startsAt, endsAt, isPaused, isFeatured, isPublished }: PromotionValues) {
  const status = isPaused ? ("paused" as const) : ("active" as const);
  return { name, terms, startsAt, endsAt, status, featured: isFeatured, published: isPublished };
}
