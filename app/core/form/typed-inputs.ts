import { z } from "zod";
import { parseCredits } from "../credits";
import { type Cents, formatCents, parseDollars } from "../money";
import { parsePercent } from "../percent";

/** Largest amount that promotion terms can hold, in cents. */
const mostCents = 100_000_000;

/** A typed whole number; Conform passes an empty field as undefined. */
export function wholeNumber(empty: string, least = 1, most = 999_999) {
  return z
    .string({ error: empty })
    .regex(/^\s*-?\d{1,6}\s*$/, "Enter a whole number, like 40.")
    .transform(Number)
    .refine((count) => count >= least, `Enter ${least} or more.`)
    .refine((count) => count <= most, `Enter ${most} or less.`);
}

export function dollars(empty: string) {
  return z.string({ error: empty }).transform((text, context): Cents => {
    const amount = parseDollars(text);
    if (amount !== undefined && amount <= mostCents) return amount;
    const message =
      amount === undefined ? "Enter dollars and cents, like 99.50." : `Enter ${formatCents(mostCents)} or less.`;
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });
}

/** Basis points. */
export function percent(empty: string) {
  return z.string({ error: empty }).transform((text, context): number => {
    const basisPoints = parsePercent(text);
    if (basisPoints) return basisPoints;
    context.addIssue({ code: "custom", message: "Enter a percentage above 0 and up to 100, like 15 or 12.5." });
    return z.NEVER;
  });
}

/** Hundredths. */
export const creditsInput = z.string().transform((text, context): number => {
  const amount = parseCredits(text);
  if (amount !== undefined) return amount;
  context.addIssue({ code: "custom", message: "Enter credits, like 10 or 16.25." });
  return z.NEVER;
});

export function checkboxValue(value: boolean): "on" | undefined {
  return value ? "on" : undefined;
}

/** Drops undefined keys, because terms are compared and stored as they are. */
export function withoutUndefined<Row extends object>(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as Row;
}

/** Treats an empty list as unset. */
export function nonEmpty<Item>(list: Item[] | undefined): Item[] | undefined {
  return list?.length ? list : undefined;
}

/** One line of text, NFC, without control characters. */
export function singleLine(missing: string, most = 200) {
  return z
    .string({ error: missing })
    .transform((text) =>
      text
        .normalize("NFC")
        .replace(/[\p{Cc}\s]+/gu, " ")
        .trim(),
    )
    .pipe(z.string().min(1, missing).max(most, `Use at most ${most} characters.`));
}
