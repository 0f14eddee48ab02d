import { z } from "zod";
import { formatInstant, fromLocalField } from "~/core/dates";

/** A shared link always opens; an invalid time is reported next to its field. */
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

/** The moment to preview, always inside the promotion's window: the typed one, or else the one nearest to now. `problem` says what is wrong
 *  with the typed one. */
export function choosePreviewMoment(typed: string | undefined, facts: Facts): { at: Date; problem?: string } {
  const { startsAt, endsAt, timeZone, now } = facts;
  const last = new Date(Math.max(startsAt.getTime(), endsAt.getTime() - 60_000));
  const nearest = now < startsAt ? startsAt : now < endsAt ? now : last;
  if (typed === undefined) return { at: nearest };
  const wanted = fromLocalField(typed, timeZone);
  if (!wanted) return { at: nearest, problem: "Enter a date and a time." };
  // Fields have no seconds, so the minute of the start counts as inside.
  const firstMinute = Math.floor(startsAt.getTime() / 60_000) * 60_000;
  if (wanted.getTime() < firstMinute || wanted >= endsAt) {
    const [from, to] = [formatInstant(startsAt, timeZone), formatInstant(endsAt, timeZone)];
    return { at: nearest, problem: `This promotion runs from ${from} to ${to}. Enter a time in between.` };
  }
  return { at: wanted < startsAt ? startsAt : wanted };
}
