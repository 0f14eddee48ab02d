import { z } from "zod";
import { Format } from "~/catalog/read/formats";
import { duplicateIndexes } from "~/core/duplicate-indexes";
import { CourseId } from "~/core/ids";
import { formatCents } from "~/core/money";
import type { CartLine } from "../../units/cart-line";
import { combination } from "../../units/combination";
import { CentsAmount } from "../../units/discount";
import type { KindTerms, TermsProblem } from "../../units/kind";
import { findLowestPrice } from "../../units/validate";

const BundleItem = z.strictObject({ courseId: CourseId.min(1), formats: z.array(Format).min(1).optional() });
export type BundleItem = z.infer<typeof BundleItem>;

/** Several courses together at one price, as many times as the cart has the whole set. */
const BundleTerms = z.strictObject({
  kind: z.literal("bundle"),
  items: z
    .array(BundleItem)
    .min(2)
    .max(20)
    .superRefine((items, context) => {
      for (const index of duplicateIndexes(items.map(({ courseId }) => courseId)))
        context.addIssue({
          code: "custom",
          path: [index, "courseId"],
          message: "This course is already in the bundle.",
        });
    })
    .describe("One unit of each makes a set; each course is named once."),
  price: CentsAmount.describe("Price of a whole set."),
  maximumSets: z.int().min(1).optional().describe("Maximum sets per order."),
  ...combination({ sales: false, automatic: false, coupons: true }),
});
export type BundleTerms = z.infer<typeof BundleTerms>;

export const bundleTerms = {
  schema: BundleTerms,
  validate: validateBundle,
  listCourses: ({ items }) => items.map(({ courseId }) => courseId),
} satisfies KindTerms<BundleTerms>;

export function isItem({ courseId, formats }: BundleItem, line: CartLine): boolean {
  return courseId === line.courseId && (!formats || formats.includes(line.format));
}

function validateBundle({ items, price }: BundleTerms, formats: readonly CartLine[]): TermsProblem[] {
  const shelves = items.map((item) => formats.filter((line) => isItem(item, line)));
  if (shelves.some((shelf) => shelf.length === 0))
    return [
      {
        part: "items",
        message: "One of these courses is not published in these formats, so the set can't be bought.",
      },
    ];
  const sum = shelves.reduce((total, shelf) => total + findLowestPrice(shelf), 0);
  if (price < sum) return [];
  return [{ part: "price", message: `Enter less than the lowest price of the courses together, ${formatCents(sum)}.` }];
}
