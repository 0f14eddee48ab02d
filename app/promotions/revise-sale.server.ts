import { writeAudit } from "~/accounts/audit.server";
import { failed, ok, type Result } from "~/core/result";
import { now } from "~/platform/clock.server";
import { databaseNow, db, type Queries } from "~/platform/db.server";
import { changeCapacity, lockStock } from "~/stock/change-capacity.server";
import { reviseSale, type SaleField, type SaleProblem, type SaleRevision, type SaleValues } from "./revise-sale";
import { readSale, type Sale } from "./sale-facts.server";

type SaleEdit = {
  promotionId: string;
  /** The version that the editor saw. */
  version: number;
  values: SaleValues;
  /** The staff member's e-mail. */
  actor: string;
};
export type RevisionProblem =
  | { kind: "refused"; problems: SaleProblem[] }
  /** Somebody else saved in between; `current` is what stands now. */
  | { kind: "changed-meanwhile"; current: Sale };

/** Saves an edit of a sale, or says why not. One transaction: new version, increment of the limit, audit row, and the
 *  catalog's revision, so that the shop shows it at once. Throws a 404 where there is no such sale. */
export async function saveSale(edit: SaleEdit): Promise<Result<SaleField[], RevisionProblem>> {
  const { promotionId, version, values } = edit;
  const { stockId } = await requireSale(db(), promotionId);
  return db().$transaction(async (tx) => {
    await lockStock(tx, stockId, await databaseNow(tx));
    const sale = await requireSale(tx, promotionId);
    if (sale.version !== version) return failed({ kind: "changed-meanwhile", current: sale });
    const revised = reviseSale(sale, values);
    if (!revised.ok) return failed({ kind: "refused", problems: revised.problem });
    if (revised.value.changed.length > 0) await write(tx, sale, revised.value, edit.actor);
    return ok(revised.value.changed);
  });
}

async function write(tx: Queries, sale: Sale, { values, changed, limitChange }: SaleRevision, actor: string) {
  const { id, version, stockId } = sale;
  const { name, startsAt, endsAt, perCustomer, isFeatured: featured } = values;
  const status = values.isPaused ? ("paused" as const) : ("active" as const);
  const terms = { ...sale.terms, price: values.price };
  const at = now();
  const next = version + 1;
  const { count } = await tx.promotion.updateMany({
    where: { id, version },
    data: { name, version: next, terms, startsAt, endsAt, status, featured },
  });
  // The stock's lock and its reclaimed holds have ruled both out; the guards stay because rows decide, not reasoning.
  if (count !== 1 || !(await changeCapacity(tx, stockId, limitChange)))
    throw new Error(`promotion ${id} changed inside its own transaction`);
  await tx.stock.update({ where: { id: stockId }, data: { perCustomer } });
  await tx.promotionVersion.create({
    data: { promotionId: id, version: next, terms, startsAt, endsAt, status, createdAt: at },
  });
  await writeAudit(tx, {
    actor,
    action: "sale.revised",
    subject: `promotion:${id}`,
    before: pick(sale, changed),
    after: pick(values, changed),
    at,
  });
  await tx.shop.update({ where: { id: 1 }, data: { catalogRevision: { increment: 1 } } });
}

function pick(values: SaleValues, fields: SaleField[]) {
  return Object.fromEntries(
    fields.map((field) => {
      const value = values[field];
      return [field, value instanceof Date ? value.toISOString() : value];
    }),
  );
}

async function requireSale(queries: Queries, promotionId: string): Promise<Sale> {
  const sale = await readSale(queries, promotionId);
  if (!sale) throw new Response("There is no such sale.", { status: 404 });
  return sale;
}
