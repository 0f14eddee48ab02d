import { z } from "zod";
import { checkbox } from "~/core/form/checkbox";
import { checkboxValue, dollars, withoutUndefined } from "~/core/form/typed-inputs";
import { decimalDollars } from "~/core/money";
import { fillAmount, readAmount } from "../../units/form/amount";
import { combinationLabels, combinationShape, fillCombination, readCombination } from "../../units/form/combination";
import type { KindForm } from "../../units/form/kind-form";
import { fillScope, readScope, scopeLabels, scopeShape } from "../../units/form/scope";
import type { CouponTerms } from "./terms";

const shape = {
  ...scopeShape,
  ...combinationShape,
  discountKind: z.enum(["percent-off", "amount-off"], { error: "Choose what the coupon takes off." }),
  discount: z.string({ error: "Enter what the coupon takes off." }),
  minimumSpend: dollars("").optional(),
  firstOrderOnly: checkbox,
};

export const couponForm = {
  shape,
  labels: {
    ...scopeLabels,
    ...combinationLabels,
    courseIds: "Courses it applies to",
    discountKind: "Type of discount",
    discount: "Discount",
    minimumSpend: "Minimum spend ($)",
    firstOrderOnly: "Only for a customer’s first order, so once per customer",
  },
  read: (input, context, saved) =>
    withoutUndefined({
      kind: "coupon",
      scope: readScope(input, context),
      discount: readAmount(input.discountKind, input.discount, context, "discount"),
      minimumSpend: input.minimumSpend || undefined,
      firstOrderOnly: input.firstOrderOnly,
      ...readCombination("coupons", input, saved),
    }),
  fill: (terms) => ({
    ...fillScope(terms.scope),
    ...fillCombination(terms),
    discountKind: terms.discount.kind,
    discount: fillAmount(terms.discount),
    minimumSpend: terms.minimumSpend ? decimalDollars(terms.minimumSpend) : "",
    firstOrderOnly: checkboxValue(terms.firstOrderOnly),
  }),
  initial: { discountKind: "percent-off", perCustomer: "1" },
  options: {
    discountKind: [
      { value: "percent-off", label: "Percentage off" },
      { value: "amount-off", label: "Amount off the order ($)" },
    ],
  },
  fieldOfPart: { scope: "courseIds" },
} satisfies KindForm<CouponTerms, typeof shape>;
