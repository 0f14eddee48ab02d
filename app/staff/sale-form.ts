import { z } from "zod";
import { fromLocalField, toLocalField } from "~/core/dates";
import { type Cents, decimalDollars, parseDollars } from "~/core/money";
import type { SaleField, SaleValues } from "~/promotions/revise-sale";

/** A whole number of units as a person types it; Conform hands on an empty field as undefined. */
function units(empty: string) {
  return z
    .string({ error: empty })
    .regex(/^\s*\d{1,6}\s*$/, "Enter a whole number, like 40.")
    .transform(Number)
    .refine((count) => count >= 1, "Enter 1 or more.");
}

const price = z.string({ error: "Enter a price." }).transform((text, context): Cents => {
  const amount = parseDollars(text);
  if (amount !== undefined) return amount;
  context.addIssue({ code: "custom", message: "Enter dollars and cents, like 99.50." });
  return z.NEVER;
});

/** Reads the form of a sale into its values. Times are typed to the minute in the shop's time zone: one that was not
 *  touched keeps its seconds, so that saving something else is no change of it. */
export function saleForm(timeZone: string, current: { startsAt: Date; endsAt: Date }) {
  const instant = (saved: Date, empty: string) =>
    z.string({ error: empty }).transform((text, context): Date => {
      if (text === toLocalField(saved, timeZone)) return saved;
      const typed = fromLocalField(text, timeZone);
      if (typed) return typed;
      context.addIssue({ code: "custom", message: "Enter a date and a time." });
      return z.NEVER;
    });
  return z
    .object({
      version: z
        .string()
        .regex(/^\d{1,9}$/)
        .transform(Number),
      name: z.string({ error: "Enter a name." }).trim().min(1, "Enter a name.").max(80, "Use at most 80 characters."),
      price,
      limit: units("Enter how many units are on sale in total."),
      perCustomer: units("").optional(),
      startsAt: instant(current.startsAt, "Enter when the sale starts."),
      endsAt: instant(current.endsAt, "Enter when the sale ends."),
      status: z.enum(["active", "paused"], { error: "Choose whether the sale is active." }),
      isFeatured: z.literal("on").optional(),
    })
    .transform(({ version, status, isFeatured, perCustomer, ...rest }) => {
      const values: SaleValues = {
        ...rest,
        perCustomer: perCustomer ?? null,
        isPaused: status === "paused",
        isFeatured: isFeatured === "on",
      };
      return { version, values };
    });
}

/** The form's fields as text; a checkbox that is not ticked is absent. */
export function saleFields(values: SaleValues, timeZone: string) {
  return {
    name: values.name,
    price: decimalDollars(values.price),
    limit: String(values.limit),
    perCustomer: values.perCustomer === null ? "" : String(values.perCustomer),
    startsAt: toLocalField(values.startsAt, timeZone),
    endsAt: toLocalField(values.endsAt, timeZone),
    status: values.isPaused ? "paused" : "active",
    isFeatured: values.isFeatured ? "on" : undefined,
  };
}

/** The form field that shows a value of the sale. */
export function fieldNameOf(field: SaleField): keyof ReturnType<typeof saleFields> {
  return field === "isPaused" ? "status" : field;
}
