import { z } from "zod";
import { decimalPercent } from "~/core/percent";
import { percent, wholeNumber } from "~/core/typed-inputs";
import { combinationFields, combinationOf, combinationShape } from "../../units/form/combination";
import { scopeFields, scopeOf, scopeShape } from "../../units/form/scope";
import type { TermsForm } from "../../units/form/terms-form";

const step = z
  .object({ quantity: wholeNumber("", 2, 1000).optional(), discount: percent("").optional() })
  .superRefine(({ quantity, discount }, context) => {
    if (quantity !== undefined && discount === undefined)
      context.addIssue({ code: "custom", path: ["discount"], message: "Enter the discount of this step." });
    if (quantity === undefined && discount !== undefined)
      context.addIssue({ code: "custom", path: ["quantity"], message: "Enter from how many units on." });
  });

const shape = {
  ...scopeShape,
  ...combinationShape,
  count: z.enum(["course", "scope"], { error: "Choose what is counted." }),
  tiers: z.array(step).max(20, "Use 20 steps or fewer."),
};

export const quantityTiersForm: TermsForm<typeof shape, "quantity-tiers"> = {
  shape,
  read: (input, context, saved) => {
    const tiers = input.tiers.flatMap(({ quantity, discount }) =>
      quantity !== undefined && discount !== undefined ? [{ quantity, discount }] : [],
    );
    if (tiers.length === 0) context.addIssue({ code: "custom", message: "Enter one step at least.", path: ["tiers"] });
    return {
      kind: "quantity-tiers",
      scope: scopeOf(input, context),
      count: input.count,
      tiers,
      ...combinationOf("quantity-tiers", input, saved),
    };
  },
  fields: (terms) => ({
    ...scopeFields(terms.scope),
    ...combinationFields(terms),
    count: terms.count,
    tiers: terms.tiers.map(({ quantity, discount }) => ({
      quantity: String(quantity),
      discount: decimalPercent(discount),
    })),
  }),
};
