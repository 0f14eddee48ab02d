import { z } from "zod";
import { formatDay } from "~/core/dates";
import { OrderId } from "~/core/ids";
import { cents, formatCents } from "~/core/money";
import { assertNever } from "~/core/result";
import type { Leg } from "../post/movement";

/** A saved difference between Stripe's balance and the ledger on a day. `day` is where the other side has it. */
export const Difference = z.object({
  kind: z.enum(["only-at-stripe", "only-here", "other-amount", "other-day"]),
  reference: z.string(),
  orderId: OrderId.optional(),
  stripeCents: z.number().int().transform(cents).optional(),
  ledgerCents: z.number().int().transform(cents).optional(),
  day: z.string().optional(),
  /** Why it couldn't be posted. */
  why: z.string().optional(),
});
export type Difference = z.infer<typeof Difference>;

export type Side = Leg & { orderId?: OrderId; why?: string };
type Elsewhere = Side & { day: string };

/** Compares a day at Stripe with the same day here, by reference; `elsewhere` is what each side has on other days. */
export function compareDay(
  stripe: Side[],
  ledger: Side[],
  elsewhere: { atStripe: Elsewhere[]; here: Elsewhere[] },
): Difference[] {
  const here = byReference([...elsewhere.here, ...ledger]);
  const there = byReference([...elsewhere.atStripe, ...stripe]);
  const ofDay = new Set([...stripe, ...ledger].map(({ reference }) => reference));
  return [...ofDay].flatMap((reference) => differ(reference, there.get(reference), here.get(reference)));
}

function differ(reference: string, stripe?: Partial<Elsewhere>, ledger?: Partial<Elsewhere>): Difference[] {
  const facts = {
    reference,
    orderId: ledger?.orderId ?? stripe?.orderId,
    stripeCents: stripe?.cents,
    ledgerCents: ledger?.cents,
  };
  if (!ledger) return [{ kind: "only-at-stripe", ...facts, why: stripe?.why }];
  if (!stripe) return [{ kind: "only-here", ...facts }];
  if (stripe.cents !== ledger.cents) return [{ kind: "other-amount", ...facts }];
  const day = stripe.day ?? ledger.day;
  return day ? [{ kind: "other-day", ...facts, day }] : [];
}

function byReference(sides: Partial<Elsewhere>[]) {
  return new Map(sides.map((side) => [side.reference ?? "", side]));
}

/** The two sides of a movement fall on different days: nothing to do. */
export function isHarmless({ kind }: Difference): boolean {
  return kind === "other-day";
}

/** What is different, and what staff can do about it. */
export function differenceText({ kind, why, day, ...difference }: Difference): { what: string; todo: string } {
  const stripe = formatCents(difference.stripeCents ?? 0);
  const ledger = formatCents(difference.ledgerCents ?? 0);
  switch (kind) {
    case "only-at-stripe":
      return {
        what: `Stripe moved ${stripe}; the ledger doesn’t have it.${why ? ` ${why}` : ""}`,
        todo: "Wait a few minutes and check again. If this doesn’t go away, look it up in Stripe and resolve the order.",
      };
    case "only-here":
      return {
        what: `The ledger has ${ledger}; Stripe doesn’t have it.`,
        todo: "Stripe can be a few hours late, so check again tomorrow. If this doesn’t go away, ask Stripe support.",
      };
    case "other-amount":
      return {
        what: `Stripe moved ${stripe}; the ledger has ${ledger}.`,
        todo: "Compare the order with its payment in Stripe, and tell the shop’s administrator.",
      };
    case "other-day":
      return {
        what: `The other side has this ${stripe} on ${day ? formatDay(day) : "another day"}.`,
        todo: "Nothing to do: it’s the same money on both sides.",
      };
    default:
      return assertNever(kind);
  }
}
