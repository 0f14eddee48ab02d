import { z } from "zod";
import { amountField, amountOf } from "../form/amount";
import { combinationFields, combinationOf, combinationShape } from "../form/combination";
import { scopeFields, scopeOf, scopeShape } from "../form/scope";
import type { TermsForm } from "../form/terms-form";

const shape = {
  ...scopeShape,
  ...combinationShape,
  priceKind: z.enum(["price", "amount-off", "percent-off"], { error: "Choose how the price is made." }),
  price: z.string({ error: "Enter a price." }),
};

export function saleForm<Kind extends "limited-sale" | "scheduled-sale">(kind: Kind): TermsForm<typeof shape, Kind> {
  const form: TermsForm<typeof shape, "limited-sale" | "scheduled-sale"> = {
    shape,
    read: (input, context, saved) => ({
      kind,
      scope: scopeOf(input, context),
      price: amountOf(input.priceKind, input.price, context, "price"),
      ...combinationOf(kind, input, saved),
    }),
    fields: (terms) => ({
      ...scopeFields(terms.scope),
      ...combinationFields(terms),
      priceKind: terms.price.kind,
      price: amountField(terms.price),
    }),
  };
  return form as unknown as TermsForm<typeof shape, Kind>;
}
