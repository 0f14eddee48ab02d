import { readTitles } from "~/catalog/read/titles.server";
import { addDays, dayIn, fromLocalField, toLocalField } from "~/core/dates";
import type { PromotionsQuery } from "~/core/list-query";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { newSecret } from "~/platform/secrets.server";
import { readShop } from "~/shop/shop.server";
import { noTotalLimit } from "~/stock/claim";
import { readUnitsLeft } from "~/stock/units-left.server";
import { describeCompany } from "../kinds/describe-combination";
import { describeTerms } from "../kinds/describe-terms";
import { type PromotionKind, Terms } from "../kinds/kinds";
import { type PromotionRecord, readFigures, readRecords, requireRecord } from "../store/records.server";
import { promotionState } from "../store/state";
import { actsFor } from "./acts";
import { readChoices } from "./editor/choices.server";
import { promotionFields } from "./editor/form";

const nothing = { orders: 0, units: 0, revenue: 0, discount: 0 };

export async function withState(records: PromotionRecord[]) {
  const left = await readUnitsLeft(records.flatMap(({ stockId }) => stockId ?? []));
  const at = now();
  return records.map((record) => {
    const { values, stockId } = record;
    const units = stockId ? left.get(stockId) : undefined;
    const unitsLeft = units !== undefined && values.limit !== null && units < noTotalLimit / 2 ? units : undefined;
    return { ...record, unitsLeft, state: promotionState({ ...values, kind: values.terms.kind, unitsLeft }, at) };
  });
}

/** Every promotion that the query asks for (all without one) with its state and figures at this moment; those that can still change
 *  something first, the newest first. */
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
    const brought = figures.get(id) ?? nothing;
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
      ...brought,
    };
  });
  const wanted = rows.filter(
    ({ state, kind }) => (!query.state || state === query.state) && (!query.kind || kind === query.kind),
  );
  const isOver = ({ state }: { state: string }) => Number(state === "ended");
  return { timeZone: shop.timeZone, promotions: wanted.sort((a, b) => isOver(a) - isOver(b)) };
}
export type PromotionRow = Awaited<ReturnType<typeof readPromotionList>>["promotions"][number];

/** An empty form: it starts now, and ends at midnight in a week. */
export async function readNewPromotion(kind: PromotionKind) {
  const [{ timeZone }, choices] = await Promise.all([readShop(), readChoices()]);
  const at = now();
  const midnight = fromLocalField(`${addDays(dayIn(at, timeZone), 8)}T00:00`, timeZone) ?? at;
  const { combinesWith } = Terms.options.find(({ shape }) => shape.kind.value === kind)?.shape ?? {};
  const combines = combinesWith?.parse(undefined);
  const fields = {
    id: newSecret(),
    startsAt: toLocalField(at, timeZone),
    endsAt: toLocalField(midnight, timeZone),
    status: "active",
    perCustomer: kind === "coupon" ? "1" : "",
    priceKind: "price",
    discountKind: "percent-off",
    count: "scope",
    buy: "2",
    get: "1",
    ...(kind === "buy-x-get-y" ? { discount: "100" } : {}),
    combinesSales: combines?.sales ? "on" : undefined,
    combinesAutomatic: combines?.automatic ? "on" : undefined,
    combinesCoupons: combines?.coupons ? "on" : undefined,
    priority: "0",
  };
  return { timeZone, kind, choices, fields: fields as Record<string, unknown> };
}

/** One promotion for its page. Throws a 404 where there is none. */
export async function readPromotionPage(promotionId: string) {
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
    acts: actsFor(state, record.values, now()),
    what: `${describeTerms(record.values.terms, titleOf)}; ${describeCompany(record.values.terms)}`,
    figures: figures.get(promotionId) ?? nothing,
    fields: promotionFields(record.values, timeZone),
  };
}
export type PromotionPage = Awaited<ReturnType<typeof readPromotionPage>>;
