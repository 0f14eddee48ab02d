import { writeAudit } from "~/accounts/audit.server";
import { failed, ok, type Result } from "~/core/result";
import { now } from "~/platform/clock.server";
import { databaseNow, db, isAlreadyThere, type Queries } from "~/platform/db.server";
import { newSecret } from "~/platform/secrets.server";
import { changeCapacity, lockStock } from "~/stock/change-capacity.server";
import { noTotalLimit } from "~/stock/claim";
import { type PromotionRecord, readSoldFormats, requireRecord } from "./promotion-facts.server";
import {
  type PromotionField,
  type PromotionProblem,
  type PromotionRevision,
  type PromotionValues,
  revisePromotion,
} from "./revise-promotion";

/** `actor` is the staff member's e-mail; `action` what the audit calls it. */
type By = { actor: string; action?: string };
type Edit = By & {
  promotionId: string;
  /** The version that the editor saw. */
  version: number;
  values: PromotionValues;
};
export type SaveProblem =
  | { kind: "refused"; problems: PromotionProblem[] }
  /** Somebody else saved in between; `current` is what stands now. */
  | { kind: "changed-meanwhile"; current: PromotionRecord };

/** Writes a new promotion and answers its id, or says why not. */
export async function createPromotion(values: PromotionValues, { actor, action = "promotion.created" }: By) {
  const formats = await readSoldFormats();
  return inTransaction<string>(async (tx) => {
    const at = now();
    const revised = revisePromotion({ current: undefined, sold: 0, held: 0, formats, now: at }, values);
    if (!revised.ok) return failed({ kind: "refused", problems: revised.problem });
    const id = newSecret();
    const stockId = hasStock(values) ? id : null;
    if (stockId) {
      const { perCustomer } = values;
      await tx.stock.create({ data: { id, capacity: values.limit ?? noTotalLimit, perCustomer } });
    }
    await tx.promotion.create({ data: { id, version: 1, stockId, ...rowOf(values) } });
    const taken = await writeCodes(tx, id, [], values.codes, at);
    if (taken) return failed({ kind: "refused", problems: [taken] });
    await writeVersion(tx, id, 1, values, at);
    await writeAudit(tx, { actor, action, subject: `promotion:${id}`, after: plain(values), at });
    await tx.shop.update({ where: { id: 1 }, data: { catalogRevision: { increment: 1 } } });
    return ok(id);
  });
}

/** Saves an edit and answers which fields changed, or says why not. One transaction: new version, increment of the limit, audit
 *  row, and the catalog's revision, so that the shop shows it at once (PRICING 11, 12). Throws a 404 where there is no such
 *  promotion. */
export async function editPromotion({ promotionId: id, version, values, actor, action = "promotion.revised" }: Edit) {
  const [{ stockId }, formats] = await Promise.all([requireRecord(db(), id), readSoldFormats()]);
  return inTransaction<PromotionField[]>(async (tx) => {
    // Written first: editors come one after the other, and on SQLite a transaction that reads first can fail. A stock is locked
    // before the shop's row, as wherever an order is paid.
    if (stockId) await lockStock(tx, stockId, await databaseNow(tx));
    else await tx.shop.update({ where: { id: 1 }, data: { catalogRevision: { increment: 0 } } });
    const record = await requireRecord(tx, id);
    if (record.version !== version) return failed({ kind: "changed-meanwhile", current: record });
    const { values: current, sold, held } = record;
    const at = now();
    const revised = revisePromotion({ current, sold, held, formats, now: at }, values);
    if (!revised.ok) return failed({ kind: "refused", problems: revised.problem });
    const { changed } = revised.value;
    if (changed.length === 0) return ok(changed);
    if (!(await writeRow(tx, record, revised.value)))
      return failed({ kind: "changed-meanwhile", current: await requireRecord(tx, id) });
    const taken = await writeCodes(tx, id, current.codes, values.codes, at);
    if (taken) return failed({ kind: "refused", problems: [taken] });
    await writeVersion(tx, id, version + 1, values, at);
    const [before, after] = [pick(current, changed), pick(values, changed)];
    await writeAudit(tx, { actor, action, subject: `promotion:${id}`, before, after, at });
    await tx.shop.update({ where: { id: 1 }, data: { catalogRevision: { increment: 1 } } });
    return ok(changed);
  });
}

class Refused extends Error {
  constructor(readonly problem: SaveProblem) {
    super(problem.kind);
  }
}

/** What is refused leaves nothing behind, whatever was written before. */
async function inTransaction<Value>(
  work: (tx: Queries) => Promise<Result<Value, SaveProblem>>,
): Promise<Result<Value, SaveProblem>> {
  try {
    return await db().$transaction(async (tx) => {
      const result = await work(tx);
      if (!result.ok) throw new Refused(result.problem);
      return result;
    });
  } catch (error) {
    if (error instanceof Refused) return failed(error.problem);
    // Two people made the same code at the same moment.
    if (isAlreadyThere(error))
      return failed({
        kind: "refused",
        problems: [{ field: "codes", message: "A code was taken this moment. Choose another." }],
      });
    throw error;
  }
}

function hasStock({ terms }: PromotionValues): boolean {
  return terms.kind === "limited-sale" || terms.kind === "coupon";
}

function rowOf({ name, terms, startsAt, endsAt, isPaused, isFeatured, isPublished }: PromotionValues) {
  const status = isPaused ? ("paused" as const) : ("active" as const);
  return { name, terms, startsAt, endsAt, status, featured: isFeatured, published: isPublished };
}

/** False where somebody else was quicker. A limit is changed by an increment, never overwritten. */
async function writeRow(
  tx: Queries,
  { id, version, stockId, values: before }: PromotionRecord,
  { values }: PromotionRevision,
) {
  const { count } = await tx.promotion.updateMany({
    where: { id, version },
    data: { version: version + 1, ...rowOf(values) },
  });
  if (count !== 1) return false;
  if (!stockId) return true;
  const change = (values.limit ?? noTotalLimit) - (before.limit ?? noTotalLimit);
  // The stock's lock and its reclaimed holds have ruled this out; the guard stays because rows decide, not reasoning.
  if (!(await changeCapacity(tx, stockId, change)))
    throw new Error(`promotion ${id} changed inside its own transaction`);
  await tx.stock.update({ where: { id: stockId }, data: { perCustomer: values.perCustomer } });
  return true;
}

async function writeVersion(
  tx: Queries,
  promotionId: string,
  version: number,
  values: PromotionValues,
  createdAt: Date,
) {
  const { terms, startsAt, endsAt, status } = rowOf(values);
  await tx.promotionVersion.create({ data: { promotionId, version, terms, startsAt, endsAt, status, createdAt } });
}

/** A code belongs to one promotion of the shop. */
async function writeCodes(
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

function pick(values: PromotionValues, fields: PromotionField[]) {
  const all = plain(values);
  return Object.fromEntries(fields.map((field) => [field, all[field]]));
}

/** As an audit row holds it. */
function plain(values: PromotionValues) {
  return { ...values, startsAt: values.startsAt.toISOString(), endsAt: values.endsAt.toISOString() };
}
