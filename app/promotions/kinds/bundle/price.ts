import { z } from "zod";
import { Format } from "~/catalog/read/formats";
import { repeated } from "~/core/repeated";
import type { CartLine } from "../../pricing/priced-cart";
import { combination } from "../../units/combination";
import { CentsAmount } from "../../units/discount";
import { dearestFirst, separate, takeOff, unitPrice, type Work } from "../../units/priced-units";
import type { Promotion } from "../../units/promotion";
import { shareOut } from "../../units/share-out";

const BundleItem = z.strictObject({ courseId: z.string().min(1), formats: z.array(Format).min(1).optional() });

/** Several courses together at a price, as often as the cart has the whole set. */
export const BundleTerms = z.strictObject({
  kind: z.literal("bundle"),
  items: z
    .array(BundleItem)
    .min(2)
    .max(20)
    .superRefine((items, context) => {
      for (const index of repeated(items.map(({ courseId }) => courseId)))
        context.addIssue({
          code: "custom",
          path: [index, "courseId"],
          message: "This course is in the bundle already.",
        });
    })
    .describe("One unit of each makes a set; a course is named once."),
  price: CentsAmount.describe("What a whole set costs."),
  maximumSets: z.int().min(1).optional().describe("At most so many sets in an order."),
  ...combination({ sales: false, automatic: false, coupons: true }),
});
type BundleTerms = z.infer<typeof BundleTerms>;
type Item = BundleTerms["items"][number];

export function isItem({ courseId, formats }: Item, line: CartLine): boolean {
  return courseId === line.courseId && (!formats || formats.includes(line.format));
}

export function isInBundle(terms: BundleTerms, line: CartLine): boolean {
  return terms.items.some((item) => isItem(item, line));
}

/** Whether the lines have one unit of each item at least. */
export function isWhole(terms: BundleTerms, lines: readonly CartLine[]): boolean {
  return terms.items.every((item) => lines.some((line) => isItem(item, line)));
}

/** Prices sets from the dearest units on, while a set still saves something. `works` are all units; `eligible` those that the
 *  bundle may touch. */
export function applyBundle(promotion: Promotion, terms: BundleTerms, works: Work[], eligible: readonly Work[]): void {
  const shelves = terms.items.map((item) => dearestFirst(eligible.filter(({ line }) => isItem(item, line))));
  const whole = Math.min(...shelves.map((shelf) => shelf.reduce((sum, { quantity }) => sum + quantity, 0)));
  let sets = Math.min(whole, terms.maximumSets ?? whole);
  while (sets > 0 && priceOfSet(shelves, sets - 1) <= terms.price) sets -= 1;
  if (sets === 0) return;
  const taken = shelves.flatMap((shelf) => takeFirst(works, shelf, sets));
  const discount = taken.reduce((sum, { total }) => sum + total, 0) - terms.price * sets;
  const parts = shareOut(
    Math.max(0, discount),
    taken.map(({ total }) => total),
  );
  for (const [index, work] of taken.entries()) takeOff(work, promotion, parts[index] ?? 0);
}

/** What the n-th set costs without the bundle, counted from 0. */
function priceOfSet(shelves: Work[][], position: number): number {
  return shelves.reduce((sum, shelf) => {
    let units = position;
    const work = shelf.find(({ quantity }) => {
      units -= quantity;
      return units < 0;
    });
    return sum + (work ? unitPrice(work) : 0);
  }, 0);
}

function takeFirst(works: Work[], shelf: readonly Work[], units: number): Work[] {
  let missing = units;
  return shelf.flatMap((work) => {
    const quantity = Math.min(work.quantity, missing);
    missing -= quantity;
    return quantity > 0 ? [separate(works, work, quantity)] : [];
  });
}
