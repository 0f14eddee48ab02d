import { z } from "zod";
import { dollars, percent } from "~/core/form/typed-inputs";
import { decimalDollars } from "~/core/money";
import { decimalPercent } from "~/core/percent";
import type { SalePrice } from "../discount";

type Kind = SalePrice["kind"];

/** Parses typed text as dollars or as a percentage, depending on `kind`. `field` is where a problem is shown. */
export function readAmount<K extends Kind>(
  kind: K,
  text: string,
  context: z.RefinementCtx,
  field: string,
): Extract<SalePrice, { kind: K }> {
  const read = kind === "percent-off" ? percent("").safeParse(text) : dollars("").safeParse(text);
  if (!read.success) {
    context.addIssue({ code: "custom", message: read.error.issues[0]?.message ?? "", path: [field] });
    return z.NEVER;
  }
  const amount = kind === "percent-off" ? { kind, basisPoints: read.data } : { kind, cents: read.data };
  return amount as Extract<SalePrice, { kind: K }>;
}

export function fillAmount(amount: SalePrice): string {
  return amount.kind === "percent-off" ? decimalPercent(amount.basisPoints) : decimalDollars(amount.cents);
}
