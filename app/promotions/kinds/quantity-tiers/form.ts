import { z } from "zod";
import { percent, wholeNumber } from "~/core/form/typed-inputs";
import { decimalPercent } from "~/core/percent";
import { combinationLabels, combinationShape, fillCombination, readCombination } from "../../units/form/combination";
import type { KindForm } from "../../units/form/kind-form";
import { fillScope, readScope, scopeLabels, scopeShape } from "../../units/form/scope";
import type { QuantityTiersTerms } from "./terms";

const tier = z
  .object({ quantity: wholeNumber("", 2, 1000).optional(), discount: percent("").optional() })
  .superRefine(({ quantity, discount }, context) => {
    if (quantity !== undefined && discount === undefined)
      context.addIssue({ code: "custom", path: ["discount"], message: "Enter the discount for this tier." });
    if (quantity === undefined && discount !== undefined)
      context.addIssue({ code: "custom", path: ["quantity"], message: "Enter the quantity for this tier." });
  });

const shape = {
  ...scopeShape,
  ...combinationShape,
  count: z.enum(["course", "scope"], { error: "Choose what is counted together." }),
  tiers: z.array(tier).max(20, "Use 20 tiers or fewer."),
};

export const quantityTiersForm = {
  shape,
  labels: {
    ...scopeLabels,
    ...combinationLabels,
    courseIds: "Courses with a group price",
    count: "What is counted together",
    tiers: "Tiers",
  },
  read: (input, context, saved) => {
    const tiers = input.tiers.flatMap(({ quantity, discount }) =>
      quantity !== undefined && discount !== undefined ? [{ quantity, discount }] : [],
    );
    if (tiers.length === 0) context.addIssue({ code: "custom", message: "Enter at least one tier.", path: ["tiers"] });
    return {
      kind: "quantity-tiers",
      scope: readScope(input, context),
      count: input.count,
      tiers,
      ...readCombination("automatic", input, saved),
    };
  },
  fill: (terms) => ({
    ...fillScope(terms.scope),
    ...fillCombination(terms),
    count: terms.count,
    tiers: terms.tiers.map(({ quantity, discount }) => ({
      quantity: String(quantity),
      discount: decimalPercent(discount),
    })),
  }),
  initial: { count: "scope" },
  options: {
    count: [
      { value: "scope", label: "Units of all these courses" },
      { value: "course", label: "Units of the same course" },
    ],
  },
  fieldOfPart: { scope: "courseIds" },
} satisfies KindForm<QuantityTiersTerms, typeof shape>;
