import { z } from "zod";
import { Format } from "~/catalog/read/formats";
import { decimalDollars } from "~/core/money";
import { dollars, some, wholeNumber, withoutUndefined } from "~/core/typed-inputs";
import { combinationFields, combinationOf, combinationShape } from "../../units/form/combination";
import type { TermsForm } from "../../units/form/terms-form";
import type { TermsOf } from "../kinds";

const shape = {
  ...combinationShape,
  courseIds: z
    .array(z.string(), { error: "Choose two courses or more." })
    .min(2, "Choose two courses or more.")
    .max(20, "Choose 20 courses or fewer."),
  formats: z.array(Format).optional(),
  price: dollars("Enter what the whole set costs."),
  maximumSets: wholeNumber("").optional(),
};

export const bundleForm: TermsForm<typeof shape, "bundle"> = {
  shape,
  read: (input, _context, saved) => {
    const formats = some(input.formats);
    const isTouched = String(formats ?? "") !== String(saved ? (commonFormats(saved) ?? "") : "");
    return withoutUndefined({
      kind: "bundle",
      items: input.courseIds.map((courseId) => {
        const before = isTouched ? undefined : saved?.items.find((item) => item.courseId === courseId);
        return before ?? withoutUndefined({ courseId, formats });
      }),
      price: input.price,
      maximumSets: input.maximumSets,
      ...combinationOf("bundle", input, saved),
    });
  },
  fields: (terms) => ({
    ...combinationFields(terms),
    courseIds: terms.items.map(({ courseId }) => courseId),
    formats: commonFormats(terms) ?? [],
    price: decimalDollars(terms.price),
    maximumSets: String(terms.maximumSets ?? ""),
  }),
};

/** The form asks for the formats of all courses together; where they differ from course to course it shows none, and leaves them
 *  as they are while none is ticked. */
function commonFormats({ items }: TermsOf<"bundle">): Format[] | undefined {
  const [first] = items;
  return items.every(({ formats }) => String(formats) === String(first?.formats)) ? first?.formats : undefined;
}
