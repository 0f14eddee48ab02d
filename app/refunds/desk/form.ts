import { z } from "zod";
import { checkbox } from "~/core/form/checkbox";
import { plainLines } from "~/core/form/plain-text";
import { EnrollmentId } from "~/core/ids";
import { cents, noCents, parseDollars } from "~/core/money";
import type { RefundWhat } from "../issue/plan";

export const refundReasons = {
  twice: "Bought twice",
  mistake: "Bought by mistake",
  unsuitable: "Not what was expected",
  mailing: "Damaged, lost, or late in the mail",
  goodwill: "Goodwill",
  other: "Another reason",
} as const;
const reasonKeys = Object.keys(refundReasons) as (keyof typeof refundReasons)[];

/** What staff choose; the second step carries the same fields as hidden inputs. */
export const RefundForm = z
  .object({
    /** "review" shows the result, "confirm" makes the refund, "change" goes back to the first step. */
    step: z.enum(["review", "confirm", "change"]).catch("review"),
    kind: z.enum(["full", "units", "amount"], { error: "Choose what to refund." }),
    units: z.array(EnrollmentId.max(64)).max(1000).default([]),
    shipping: checkbox,
    amount: z.string().trim().max(20).default(""),
    reason: z.enum(reasonKeys as [keyof typeof refundReasons], { error: "Choose a reason." }),
    words: z
      .string()
      .transform((text) => plainLines(text).trim())
      .pipe(z.string().max(400, "Use at most 400 characters."))
      .default(""),
    restock: checkbox,
    access: z.enum(["ends", "stays"], { error: "Choose whether access ends." }),
    token: z
      .string()
      .regex(/^[\w-]{1,64}$/)
      .optional(),
    seenRefundedCents: z.coerce.number().int().min(0).transform(cents).optional(),
  })
  .superRefine(({ kind, units, shipping, amount, reason, words }, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (kind === "units" && units.length === 0 && !shipping)
      wrong("units", "Check the units to refund, or the shipping.");
    if (kind === "amount" && !parseDollars(amount)) wrong("amount", "Enter an amount like 12.50.");
    if (reason === "other" && words === "") wrong("words", "Enter the reason under Details.");
  });
export type RefundChoice = z.infer<typeof RefundForm>;

export function whatOf({ kind, units, shipping, amount }: RefundChoice): RefundWhat {
  if (kind === "units") return { kind, enrollmentIds: units, shipping };
  return kind === "amount" ? { kind, cents: parseDollars(amount) ?? noCents } : { kind };
}

/** As saved with the refund: "Bought twice: wrote on Monday". */
export function reasonOf({ reason, words }: RefundChoice): string {
  return words ? `${refundReasons[reason]}: ${words}` : refundReasons[reason];
}

/** A refund by amount includes no units, so neither access nor stock changes. */
export function effectsOf({ kind, restock, access }: RefundChoice) {
  const touchesUnits = kind !== "amount";
  return { restock: touchesUnits && restock, withdrawAccess: touchesUnits && access === "ends" };
}
