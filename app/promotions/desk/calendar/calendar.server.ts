import { readTitles } from "~/catalog/read/titles.server";
import { addDays, type Day, dayIn, fromLocalField } from "~/core/dates";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { readShop } from "~/shop/shop.server";
import { describeTerms } from "../../kinds/describe-terms";
import { meetingsOf } from "../../pricing/overlaps";
import { readRecords, readSoldFormats } from "../../store/records.server";
import { withState } from "../promotions.server";
import { barOf, type CalendarQuery, placeOf, weeksFrom } from "./bars";

const weeksShown = 8;
const titlesNamed = 3;

/** What runs when in the weeks from the one that `from` is in (else this one), drafts and paused ones too, and where promotions that
 *  are not over meet. */
export async function readCalendar({ from: wanted }: CalendarQuery) {
  const [{ timeZone }, formats, titleOf, all] = await Promise.all([
    readShop(),
    readSoldFormats(),
    readTitles(),
    readRecords(db()).then(withState),
  ]);
  const today = dayIn(now(), timeZone);
  const weeks = weeksFrom(wanted ?? today, weeksShown);
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
        bar: barOf(startsAt, endsAt, from, to),
      };
    })
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const states = new Map(coming.map(({ id, state }) => [id, state]));
  const met = meetingsOf(
    coming.map(({ id, version, values }) => ({ ...values, id, version })),
    formats,
  );
  const named = (promotion: { id: string; name: string }) => ({ ...promotion, state: states.get(promotion.id) });
  const meetings = met
    .toSorted((a, b) => a.from.getTime() - b.from.getTime())
    .map(({ one, other, courseIds, ...meeting }) => ({
      ...meeting,
      one: named(one),
      other: named(other),
      courses: courseIds.slice(0, titlesNamed).map(titleOf),
      more: Math.max(0, courseIds.length - titlesNamed),
    }));
  return {
    timeZone,
    weeks,
    lastDay: addDays(next, -1),
    /** Where this moment is, in per cent of the weeks. */
    nowAt: placeOf(now(), from, to),
    rows,
    later: coming.filter(({ values }) => values.startsAt >= to).length,
    earlierFrom: addDays(first, -weeksShown * 7),
    laterFrom: next,
    meetings,
  };
}
export type Calendar = Awaited<ReturnType<typeof readCalendar>>;
