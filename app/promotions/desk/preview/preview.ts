import { z } from "zod";
import { formatInstant, fromLocalField } from "~/core/dates";

/** A shared link always opens; a moment that is none is said so beside its field. */
export const PreviewQuery = z.object({
  course: z.string().optional().catch(undefined),
  at: z.string().trim().min(1).optional().catch(undefined),
});
export type PreviewQuery = z.infer<typeof PreviewQuery>;

type Facts = {
  startsAt: Date;
  /** First instant at which it no longer counts. */
  endsAt: Date;
  timeZone: string;
  now: Date;
};

/** The moment of a preview, always inside the promotion's window: the one that was typed, else now or the nearest to it. `problem`
 *  says what is wrong with the one that was typed. */
export function previewMoment(typed: string | undefined, facts: Facts): { at: Date; problem?: string } {
  const { startsAt, endsAt, timeZone, now } = facts;
  const last = new Date(Math.max(startsAt.getTime(), endsAt.getTime() - 60_000));
  const nearest = now < startsAt ? startsAt : now < endsAt ? now : last;
  if (typed === undefined) return { at: nearest };
  const wanted = fromLocalField(typed, timeZone);
  if (!wanted) return { at: nearest, problem: "Enter a date and a time." };
  // Fields know no seconds: the minute in which it starts is inside.
  const begins = Math.floor(startsAt.getTime() / 60_000) * 60_000;
  if (wanted.getTime() < begins || wanted >= endsAt) {
    const [from, to] = [formatInstant(startsAt, timeZone), formatInstant(endsAt, timeZone)];
    return { at: nearest, problem: `Enter a time from ${from} on and before ${to}: it runs then.` };
  }
  return { at: wanted < startsAt ? startsAt : wanted };
}
