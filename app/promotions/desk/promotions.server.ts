import { readTitles } from "~/catalog/read/titles.server";
import { addDays, dayIn, fromLocalField, toLocalField } from "~/core/dates";
import { checkboxValue } from "~/core/form/typed-inputs";
import type { PromotionId } from "~/core/ids";
import type { Json } from "~/core/json";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { newSecret } from "~/platform/secrets.server";
import { readShop } from "~/shop/shop.server";
import { noTotalLimit } from "~/stock/claim";
import { readUnitsLeft } from "~/stock/units-left.server";
import { describeCombination, describeTerms } from "../kinds/describe-terms";
import { kindOf, type PromotionKind } from "../kinds/kinds";
import { type PromotionRecord, readFigures, readRecords, requireRecord } from "../store/records.server";
import { findPromotionState } from "../store/state";
import { listActions } from "./actions";
import { readChoices } from "./editor/choices.server";
import { fillPromotionForm } from "./editor/form";
import type { PromotionsQuery } from "./query";

const nothing = { orders: 0, units: 0, revenue: 0, discount: 0 };

export async function withState(records: PromotionRecord[]) {
  const left = await readUnitsLeft(records.flatMap(({ stockId }) => stockId ?? []));
  const at = now();
  return records.map((record) => {
    const { values, stockId } = record;
    const units = stockId ? left.get(stockId) : undefined;
    const unitsLeft = units !== undefined && values.limit !== null && units < noTotalLimit / 2 ? units : undefined;
    return { ...record, unitsLeft, state: findPromotionState({ ...values, kind: values.terms.kind, unitsLeft }, at) };
  });
}

/** The promotions that match the query (all if it is empty), with their current state and figures; ended ones last, newest first. */
export async function readPromotionList(query: Partial<PromotionsQuery> = {}) {
  const [shop, records, figures, titleOf] = await Promise.all([
    readShop(),
    readRecords(db()),
    readFigures(),
    readTitles(),
  ]);
  const rows = (await withState(records)).map(({ id, values, state, sold, held, unitsLeft }) => {
    const { name, terms, limit, startsAt, endsAt, isFeatured } = values;
    const what = describeTerms(terms, titleOf);
    const sums = figures.get(id) ?? nothing;
    return {
      id,
      name,
      kind: terms.kind,
      what,
      state,
      sold,
      held,
      unitsLeft,
      limit,
      startsAt,
      endsAt,
      isFeatured,
      ...sums,
    };
  });
  const wanted = rows.filter(
    ({ state, kind }) => (!query.state || state === query.state) && (!query.kind || kind === query.kind),
  );
  const isEnded = ({ state }: { state: string }) => Number(state === "ended");
  return { timeZone: shop.timeZone, promotions: wanted.sort((a, b) => isEnded(a) - isEnded(b)) };
}
export type PromotionRow = Json<Awaited<ReturnType<typeof readPromotionList>>>["promotions"][number];

/** An empty form: the promotion starts now and ends at midnight in a week. */
export async function readNewPromotion(kind: PromotionKind) {
  const [{ timeZone }, choices] = await Promise.all([readShop(), readChoices()]);
  const at = now();
  const midnight = fromLocalField(`${addDays(dayIn(at, timeZone), 8)}T00:00`, timeZone) ?? at;
  const { form, terms } = kindOf(kind);
  const combines = terms.schema.shape.combinesWith.parse(undefined);
  const fields: Record<string, unknown> = {
    id: newSecret(),
    startsAt: toLocalField(at, timeZone),
    endsAt: toLocalField(midnight, timeZone),
    status: "active",
    ...form.initial,
    combinesSales: checkboxValue(combines.sales),
    combinesAutomatic: checkboxValue(combines.automatic),
    combinesCoupons: checkboxValue(combines.coupons),
    priority: "0",
  };
  return { timeZone, kind, choices, fields };
}

/** One promotion for its page. Throws a 404 if it does not exist. */
export async function readPromotionPage(promotionId: PromotionId) {
  const record = await requireRecord(db(), promotionId);
  const [{ timeZone }, choices, figures, titleOf, [found]] = await Promise.all([
    readShop(),
    readChoices(record.values.terms),
    readFigures(),
    readTitles(),
    withState([record]),
  ]);
  const state = found?.state ?? ("draft" as const);
  return {
    timeZone,
    choices,
    id: record.id,
    version: record.version,
    kind: record.values.terms.kind,
    values: record.values,
    sold: record.sold,
    held: record.held,
    bulkCodes: record.bulkCodes,
    unitsLeft: found?.unitsLeft,
    state,
    actions: listActions(state, record.values, now()),
    what: `${describeTerms(record.values.terms, titleOf)}; ${describeCombination(record.values.terms)}`,
    figures: figures.get(promotionId) ?? nothing,
    fields: fillPromotionForm(record.values, timeZone),
  };
}
export type PromotionPage = Json<Awaited<ReturnType<typeof readPromotionPage>>>;
