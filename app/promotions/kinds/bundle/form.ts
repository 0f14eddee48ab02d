import { z } from "zod";
import { Format } from "~/catalog/read/formats";
import { dollars, nonEmpty, wholeNumber, withoutUndefined } from "~/core/form/typed-inputs";
import { CourseId } from "~/core/ids";
import { decimalDollars } from "~/core/money";
import { combinationLabels, combinationShape, fillCombination, readCombination } from "../../units/form/combination";
import type { KindForm } from "../../units/form/kind-form";
import type { BundleTerms } from "./terms";

const shape = {
  ...combinationShape,
  courseIds: z
    .array(CourseId, { error: "Choose two or more courses." })
    .min(2, "Choose two or more courses.")
    .max(20, "Choose 20 courses or fewer."),
  formats: z.array(Format).optional(),
  price: dollars("Enter the price of the whole set."),
  maximumSets: wholeNumber("").optional(),
};

export const bundleForm = {
  shape,
  labels: {
    ...combinationLabels,
    courseIds: "Courses in the set",
    formats: "Formats",
    price: "Price of the whole set ($)",
    maximumSets: "Maximum sets per order",
  },
  read: (input, _context, saved) => {
    const formats = nonEmpty(input.formats);
    const isTouched = String(formats ?? "") !== String(saved ? (commonFormats(saved) ?? "") : "");
    return withoutUndefined({
      kind: "bundle",
      items: input.courseIds.map((courseId) => {
        const before = isTouched ? undefined : saved?.items.find((item) => item.courseId === courseId);
        return before ?? withoutUndefined({ courseId, formats });
      }),
      price: input.price,
      maximumSets: input.maximumSets,
      ...readCombination("automatic", input, saved),
    });
  },
  fill: (terms) => ({
    ...fillCombination(terms),
    courseIds: terms.items.map(({ courseId }) => courseId),
    formats: commonFormats(terms) ?? [],
    price: decimalDollars(terms.price),
    maximumSets: String(terms.maximumSets ?? ""),
  }),
  initial: {},
  fieldOfPart: { items: "courseIds" },
} satisfies KindForm<BundleTerms, typeof shape>;

/** The form asks for one set of formats for all courses. If they differ by course, it shows none and leaves them as they
 *  are while none is checked. */
function commonFormats({ items }: BundleTerms): Format[] | undefined {
  const [first] = items;
  return items.every(({ formats }) => String(formats) === String(first?.formats)) ? first?.formats : undefined;
}
