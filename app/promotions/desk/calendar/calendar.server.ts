import { readTitles } from "~/catalog/read/titles.server";
import { addDays, type Day, dayIn, fromLocalField } from "~/core/dates";
import type { PromotionId } from "~/core/ids";
import type { Json } from "~/core/json";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { readShop } from "~/shop/shop.server";
import { describeTerms } from "../../kinds/describe-terms";
import { findOverlaps } from "../../pricing/overlaps";
import { readRecords, readSoldFormats } from "../../store/records.server";
import { withState } from "../promotions.server";
import { type CalendarQuery, findPlace, listWeeks, makeBar } from "./bars";

const weeksShown = 8;
const titlesNamed = 3;

/** Which promotions run when, in the weeks starting with the week of `from` (by default, this week), with drafts and paused ones; and where
 *  promotions that have not ended overlap. */
export async function readCalendar({ from: wanted }: CalendarQuery) {
  const [{ timeZone }, formats, titleOf, all] = await Promise.all([
    readShop(),
    readSoldFormats(),
    readTitles(),
    readRecords(db()).then(withState),
  ]);
  const today = dayIn(now(), timeZone);
  const weeks = listWeeks(wanted ?? today, weeksShown);
  const midnight = (day: Day) => fromLocalField(`${day}T00:00`, timeZone) ?? now();
  const first = weeks[0] ?? today;
  const next = addDays(first, weeksShown * 7);
  const [from, to] = [midnight(first), midnight(next)];
  const coming = all.filter(({ state }) => state !== "ended");
  const rows = all
    .filter(({ values }) => values.startsAt < to && values.endsAt > from)
    .map(({ id, values, state }) => {
      const { name, terms, startsAt, endsAt } = values;
      return {
        id,
        name,
        kind: terms.kind,
        what: describeTerms(terms, titleOf),
        state,
        startsAt,
        endsAt,
        bar: makeBar(startsAt, endsAt, from, to),
      };
    })
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const states = new Map(coming.map(({ id, state }) => [id, state]));
  const found = findOverlaps(
    coming.map(({ id, version, values }) => ({ ...values, id, version })),
    formats,
  );
  const named = (promotion: { id: PromotionId; name: string }) => ({ ...promotion, state: states.get(promotion.id) });
  const overlaps = found
    .toSorted((a, b) => a.from.getTime() - b.from.getTime())
    .map(({ one, other, courseIds, ...overlap }) => ({
      ...overlap,
      one: named(one),
      other: named(other),
      courses: courseIds.slice(0, titlesNamed).map(titleOf),
      more: Math.max(0, courseIds.length - titlesNamed),
    }));
  return {
    timeZone,
    weeks,
    lastDay: addDays(next, -1),
    /** The position of now, as a percentage of the weeks. */
    nowAt: findPlace(now(), from, to),
    rows,
    later: coming.filter(({ values }) => values.startsAt >= to).length,
    earlierFrom: addDays(first, -weeksShown * 7),
    laterFrom: next,
    overlaps,
  };
}
export type Calendar = Json<Awaited<ReturnType<typeof readCalendar>>>;
