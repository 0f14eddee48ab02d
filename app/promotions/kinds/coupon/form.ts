import { z } from "zod";
import { decimalDollars } from "~/core/money";
import { tick } from "~/core/tick";
import { dollars, ticked, withoutUndefined } from "~/core/typed-inputs";
import { amountField, amountOf } from "../../units/form/amount";
import { combinationFields, combinationOf, combinationShape } from "../../units/form/combination";
import { scopeFields, scopeOf, scopeShape } from "../../units/form/scope";
import type { TermsForm } from "../../units/form/terms-form";

const shape = {
  ...scopeShape,
  ...combinationShape,
  discountKind: z.enum(["percent-off", "amount-off"], { error: "Choose what the coupon takes off." }),
  discount: z.string({ error: "Enter what the coupon takes off." }),
  minimumSpend: dollars("").optional(),
  firstOrderOnly: tick,
};

export const couponForm: TermsForm<typeof shape, "coupon"> = {
  shape,
  read: (input, context, saved) =>
    withoutUndefined({
      kind: "coupon",
      scope: scopeOf(input, context),
      discount: amountOf(input.discountKind, input.discount, context, "discount"),
      minimumSpend: input.minimumSpend || undefined,
      firstOrderOnly: input.firstOrderOnly,
      ...combinationOf("coupon", input, saved),
    }),
  fields: (terms) => ({
    ...scopeFields(terms.scope),
    ...combinationFields(terms),
    discountKind: terms.discount.kind,
    discount: amountField(terms.discount),
    minimumSpend: terms.minimumSpend ? decimalDollars(terms.minimumSpend) : "",
    firstOrderOnly: ticked(terms.firstOrderOnly),
  }),
};
