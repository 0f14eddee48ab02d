import { writeAudit } from "~/audit/audit.server";
import { failed, ok, type Result } from "~/core/result";
import { now } from "~/platform/clock.server";
import { databaseNow, db, isAlreadyThere, type Queries } from "~/platform/db.server";
import { newSecret } from "~/platform/secrets.server";
import { lockStock } from "~/stock/change-capacity.server";
import { type PromotionRecord, readRecords, readSoldFormats, requireRecord } from "./records.server";
import {
  changedFields,
  type PromotionField,
  type PromotionProblem,
  type PromotionValues,
  revisePromotion,
} from "./revise";
import { auditOf, changeCodes, insertPromotion, insertVersion, updatePromotion } from "./write.server";

/** `actor` is the staff member's e-mail; `action` what the audit calls it. */
type By = { actor: string; action?: string };
type Creation = By & {
  /** The id that the form was given: the same form sent twice makes one promotion. */
  id?: string;
};
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
export async function createPromotion(
  values: PromotionValues,
  { actor, action = "promotion.created", id: wanted }: Creation,
): Promise<Result<string, SaveProblem>> {
  const there = await readIfThere(wanted);
  if (there && changedFields(there.values, values).length === 0) return ok(there.id);
  const id = there ? newSecret() : (wanted ?? newSecret());
  const formats = await readSoldFormats();
  const created = await inTransaction<string>(async (tx) => {
    const at = now();
    const revised = revisePromotion({ current: undefined, sold: 0, held: 0, formats, now: at }, values);
    if (!revised.ok) return failed({ kind: "refused", problems: revised.problem });
    await insertPromotion(tx, id, values);
    const taken = await changeCodes(tx, id, [], values.codes, at);
    if (taken) return failed({ kind: "refused", problems: [taken] });
    await insertVersion(tx, id, 1, values, at);
    await writeAudit(tx, { actor, action, subject: `promotion:${id}`, after: auditOf(values), at });
    await tx.shop.update({ where: { id: 1 }, data: { catalogRevision: { increment: 1 } } });
    return ok(id);
  });
  // The other half of a double click was quicker.
  if (!created.ok && !there && (await readIfThere(wanted))) return ok(id);
  return created;
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
    if (!(await updatePromotion(tx, record, revised.value)))
      return failed({ kind: "changed-meanwhile", current: await requireRecord(tx, id) });
    const taken = await changeCodes(tx, id, current.codes, values.codes, at);
    if (taken) return failed({ kind: "refused", problems: [taken] });
    await insertVersion(tx, id, version + 1, values, at);
    const [before, after] = [auditOf(current, changed), auditOf(values, changed)];
    await writeAudit(tx, { actor, action, subject: `promotion:${id}`, before, after, at });
    await tx.shop.update({ where: { id: 1 }, data: { catalogRevision: { increment: 1 } } });
    return ok(changed);
  });
}

async function readIfThere(id: string | undefined): Promise<PromotionRecord | undefined> {
  if (!id) return undefined;
  const [record] = await readRecords(db(), [id]);
  return record;
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
