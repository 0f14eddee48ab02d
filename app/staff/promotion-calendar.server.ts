import { addDays, dayIn, fromLocalField } from "~/core/dates";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { describeTerms } from "~/promotions/describe-terms";
import { meetingsOf } from "~/promotions/meetings";
import { readRecords, readSoldFormats } from "~/promotions/promotion-facts.server";
import { readShop } from "~/shop/shop.server";
import { barOf, weeksFrom } from "./calendar-bars";
import { withState } from "./promotions.server";
import { readTitles } from "./titles.server";

const weeksShown = 8;
const titlesNamed = 3;

/** What runs when in the next weeks, drafts and paused ones too, and where promotions meet. */
export async function readCalendar() {
  const [{ timeZone }, formats, titleOf, all] = await Promise.all([
    readShop(),
    readSoldFormats(),
    readTitles(),
    readRecords(db()).then(withState),
  ]);
  const weeks = weeksFrom(dayIn(now(), timeZone), weeksShown);
  const midnight = (day: string) => fromLocalField(`${day}T00:00`, timeZone) ?? now();
  const [from, to] = [midnight(weeks[0] ?? ""), midnight(addDays(weeks.at(-1) ?? "", 7))];
  const coming = all.filter(({ state }) => state !== "ended");
  const rows = coming
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
  const met = meetingsOf(
    coming.map(({ id, version, values: { name, terms, startsAt, endsAt, isPaused } }) => ({
      id,
      version,
      name,
      terms,
      startsAt,
      endsAt,
      isPaused,
    })),
    formats,
  );
  const meetings = met.map(({ courseIds, ...meeting }) => ({
    ...meeting,
    courses: courseIds.slice(0, titlesNamed).map(titleOf),
    more: Math.max(0, courseIds.length - titlesNamed),
  }));
  return { timeZone, weeks, rows, meetings };
}
export type Calendar = Awaited<ReturnType<typeof readCalendar>>;
