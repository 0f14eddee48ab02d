import { z } from "zod";
import { Format } from "~/catalog/read/formats";
import { decimalDollars } from "~/core/money";
import { dollars, some, withoutUndefined } from "~/core/typed-inputs";
import { combinationFields, combinationOf, combinationShape } from "../../units/form/combination";
import { scopeFields, scopeOf, scopeShape } from "../../units/form/scope";
import type { TermsForm } from "../../units/form/terms-form";

const shape = {
  ...scopeShape,
  ...combinationShape,
  giftCourseId: z.string({ error: "Choose the free course." }),
  giftFormats: z.array(Format).optional(),
  minimumSpend: dollars("Enter what must be bought."),
};

export const giftForm: TermsForm<typeof shape, "gift"> = {
  shape,
  read: (input, context, saved) =>
    withoutUndefined({
      kind: "gift",
      courseId: input.giftCourseId,
      formats: some(input.giftFormats),
      scope: scopeOf(input, context),
      minimumSpend: input.minimumSpend,
      ...combinationOf("gift", input, saved),
    }),
  fields: (terms) => ({
    ...scopeFields(terms.scope),
    ...combinationFields(terms),
    giftCourseId: terms.courseId,
    giftFormats: terms.formats ?? [],
    minimumSpend: decimalDollars(terms.minimumSpend),
  }),
};
