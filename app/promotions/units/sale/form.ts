import { z } from "zod";
import { fillAmount, readAmount } from "../form/amount";
import { combinationLabels, combinationShape, fillCombination, readCombination } from "../form/combination";
import type { KindForm } from "../form/kind-form";
import { fillScope, readScope, scopeLabels, scopeShape } from "../form/scope";
import type { SaleTerms } from "./terms";

const shape = {
  ...scopeShape,
  ...combinationShape,
  priceKind: z.enum(["price", "amount-off", "percent-off"], { error: "Choose how the price is set." }),
  price: z.string({ error: "Enter a price or a discount." }),
};

export function saleForm<Kind extends string>(kind: Kind): KindForm<SaleTerms & { kind: Kind }, typeof shape> {
  return {
    shape,
    labels: {
      ...scopeLabels,
      ...combinationLabels,
      courseIds: "Courses on sale",
      priceKind: "How the price is set",
      price: "Price or discount",
    },
    read: (input, context, saved) => ({
      kind,
      scope: readScope(input, context),
      price: readAmount(input.priceKind, input.price, context, "price"),
      ...readCombination("sales", input, saved),
    }),
    fill: (terms) => ({
      ...fillScope(terms.scope),
      ...fillCombination(terms),
      priceKind: terms.price.kind,
      price: fillAmount(terms.price),
    }),
    initial: { priceKind: "price" },
    options: { priceKind: priceKinds },
    fieldOfPart: { scope: "courseIds" },
  };
}

const priceKinds = [
  { value: "price", label: "Fixed price ($)" },
  { value: "amount-off", label: "Amount off each unit ($)" },
  { value: "percent-off", label: "Percentage off" },
];
