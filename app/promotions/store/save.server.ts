import { writeAudit } from "~/audit/audit.server";
import { PromotionId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import { now } from "~/platform/clock.server";
import { db, type Queries } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { isDuplicateOf } from "~/platform/db/constraint.server";
import { lockShop } from "~/platform/db/locks.server";
import { transaction } from "~/platform/db/transaction.server";
import { newSecret } from "~/platform/secrets.server";
import { lockStock } from "~/stock/change-capacity.server";
import { saveCodes } from "../codes/own.server";
import {
  checkValues,
  findChangedFields,
  type PromotionField,
  type PromotionProblem,
  type PromotionValues,
} from "./check-values";
import { type PromotionRecord, readRecords, readSoldFormats, requireRecord } from "./records.server";
import { insertPromotion, insertVersion, toAudit, updatePromotion } from "./rows.server";

/** `actor` is the staff member's e-mail; `action` is its name in the audit. */
type By = { actor: string; action?: string };
type NewPromotion = By & {
  /** The id from the form, so the same form sent twice creates one promotion. */
  id?: PromotionId;
};
type Edit = By & {
  promotionId: PromotionId;
  /** The version the editor saw. */
  version: number;
  values: PromotionValues;
};
export type SaveProblem =
  | { kind: "refused"; problems: PromotionProblem[] }
  /** Someone else saved first; `current` is the saved version. */
  | { kind: "saved-by-other"; current: PromotionRecord };

/** Saves a new promotion and returns its id, or why it can't be saved. */
export async function saveNewPromotion(
  values: PromotionValues,
  { actor, action = "promotion.created", id: wanted }: NewPromotion,
): Promise<Result<PromotionId, SaveProblem>> {
  const existing = await readIfExists(wanted);
  if (existing && findChangedFields(existing.values, values).length === 0) return ok(existing.id);
  const id = existing || !wanted ? PromotionId.parse(newSecret()) : wanted;
  const formats = await readSoldFormats();
  const create = async (tx: Queries): Promise<Result<PromotionId, SaveProblem>> => {
    const at = now();
    const checked = checkValues({ current: undefined, sold: 0, held: 0, formats, now: at }, values);
    if (!checked.ok) return failed({ kind: "refused", problems: checked.problem });
    await insertPromotion(tx, id, values);
    const taken = await saveCodes(tx, id, [], values.codes, at);
    if (taken) return failed({ kind: "refused", problems: [{ field: "codes", message: taken }] });
    await insertVersion(tx, id, 1, values, at);
    await writeAudit(tx, { actor, action, subject: `promotion:${id}`, after: toAudit(values), at });
    await tx.shop.update({ where: { id: 1 }, data: { catalogRevision: { increment: 1 } } });
    return ok(id);
  };
  try {
    return await inTransaction(create);
  } catch (error) {
    // The other click of a double click was faster.
    if (isDuplicateOf(error, "Stock_pkey", "Promotion_pkey") && (await readIfExists(wanted))) return ok(id);
    throw error;
  }
}

/** Saves changed values and returns which fields changed, or why they can't be saved. One transaction: new version, increment of the
 *  limit, audit row, and the catalog's revision, so the shop shows the change immediately (PRICING 11, 12). Throws a 404 if the
 *  promotion does not exist. */
export async function savePromotion({ promotionId: id, version, values, actor, action = "promotion.revised" }: Edit) {
  const [{ stockId }, formats] = await Promise.all([requireRecord(db(), id), readSoldFormats()]);
  return inTransaction<PromotionField[]>(async (tx) => {
    // Saves of the same promotion run one after the other.
    if (stockId) await lockStock(tx, stockId, await databaseNow(tx));
    else await lockShop(tx);
    const record = await requireRecord(tx, id);
    if (record.version !== version) return failed({ kind: "saved-by-other", current: record });
    const { values: current, sold, held } = record;
    const at = now();
    const checked = checkValues({ current, sold, held, formats, now: at }, values);
    if (!checked.ok) return failed({ kind: "refused", problems: checked.problem });
    const { changed } = checked.value;
    if (changed.length === 0) return ok(changed);
    if (!(await updatePromotion(tx, record, checked.value)))
      return failed({ kind: "saved-by-other", current: await requireRecord(tx, id) });
    const taken = await saveCodes(tx, id, current.codes, values.codes, at);
    if (taken) return failed({ kind: "refused", problems: [{ field: "codes", message: taken }] });
    await insertVersion(tx, id, version + 1, values, at);
    const [before, after] = [toAudit(current, changed), toAudit(values, changed)];
    await writeAudit(tx, { actor, action, subject: `promotion:${id}`, before, after, at });
    await tx.shop.update({ where: { id: 1 }, data: { catalogRevision: { increment: 1 } } });
    return ok(changed);
  });
}

async function readIfExists(id: PromotionId | undefined): Promise<PromotionRecord | undefined> {
  if (!id) return undefined;
  const [record] = await readRecords(db(), [id]);
  return record;
}

async function inTransaction<Value>(
  work: (tx: Queries) => Promise<Result<Value, SaveProblem>>,
): Promise<Result<Value, SaveProblem>> {
  try {
    return await transaction(work);
  } catch (error) {
    // Two people saved the same code at the same moment.
    if (isDuplicateOf(error, "CouponCode_pkey"))
      return failed({
        kind: "refused",
        problems: [{ field: "codes", message: "A code was just taken. Choose another one." }],
      });
    throw error;
  }
}
