import { z } from "zod";
import { Format } from "~/catalog/read/formats";
import { dollars, nonEmpty, withoutUndefined } from "~/core/form/typed-inputs";
import { CourseId } from "~/core/ids";
import { decimalDollars } from "~/core/money";
import { combinationLabels, combinationShape, fillCombination, readCombination } from "../../units/form/combination";
import type { KindForm } from "../../units/form/kind-form";
import { fillScope, readScope, scopeLabels, scopeShape } from "../../units/form/scope";
import type { GiftTerms } from "./terms";

const shape = {
  ...scopeShape,
  ...combinationShape,
  giftCourseId: z.string({ error: "Choose the free course." }).pipe(CourseId),
  giftFormats: z.array(Format).optional(),
  minimumSpend: dollars("Enter how much must be bought."),
};

export const giftForm = {
  shape,
  labels: {
    ...scopeLabels,
    ...combinationLabels,
    courseIds: "Courses that count toward the purchase",
    giftCourseId: "Free course",
    giftFormats: "Formats of the free course",
    minimumSpend: "Minimum purchase ($)",
  },
  read: (input, context, saved) =>
    withoutUndefined({
      kind: "gift",
      courseId: input.giftCourseId,
      formats: nonEmpty(input.giftFormats),
      scope: readScope(input, context),
      minimumSpend: input.minimumSpend,
      ...readCombination("automatic", input, saved),
    }),
  fill: (terms) => ({
    ...fillScope(terms.scope),
    ...fillCombination(terms),
    giftCourseId: terms.courseId,
    giftFormats: terms.formats ?? [],
    minimumSpend: decimalDollars(terms.minimumSpend),
  }),
  initial: {},
  fieldOfPart: { scope: "courseIds", courseId: "giftCourseId", formats: "giftFormats" },
} satisfies KindForm<GiftTerms, typeof shape>;
