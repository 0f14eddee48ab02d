import fc from "fast-check";
import { PromotionId } from "~/core/ids";
import { cents } from "~/core/money";
import { type Promotion, stageOf, Terms } from "~/promotions/kinds/kinds";
import type { Shopper, Stock } from "~/promotions/pricing/priced-cart";
import type { CartLine } from "~/promotions/units/cart-line";

export const during = new Date("2026-11-24T12:00:00Z");
const courseIds = ["iv", "ct", "mr"];
const courseId = fc.constantFrom(...courseIds);
const format = fc.constantFrom("book_by_mail" as const, "ebook" as const);
const facts: Record<string, Pick<CartLine, "disciplines" | "contentCategories" | "approver" | "creditsHundredths">> = {
  iv: { disciplines: ["R", "CT"], contentCategories: ["CT:PC", "R:PC"], approver: "ASRT", creditsHundredths: 1400 },
  ct: { disciplines: ["CT"], contentCategories: ["CT:IP"], approver: "ASRT", creditsHundredths: 600 },
  mr: { disciplines: ["MR"], contentCategories: ["MR:SAF"], approver: "AHRA", creditsHundredths: 200 },
};

const anyLine = fc
  .record({
    courseId,
    format,
    quantity: fc.integer({ min: 1, max: 3 }),
    // Odd prices produce odd cents.
    regularPrice: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 900, max: 20_000 })).map(cents),
  })
  .map((line): CartLine => ({ id: `${line.courseId}.${line.format}`, ...line, ...facts[line.courseId] }) as CartLine);

/** Up to `maxLength` lines of three courses in two formats. */
export const anyLines = (maxLength: number) =>
  fc.uniqueArray(anyLine, { selector: ({ id }) => id, minLength: 1, maxLength });

const anyScope = fc.oneof(
  fc.constant({}),
  courseId.map((id) => ({ courseIds: [id] })),
  fc.constantFrom({ disciplines: ["CT"] }, { formats: ["ebook"] }, { approvers: ["ASRT"] }, { credits: { min: 500 } }),
);
const amount = fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 100, max: 9000 }));
const basisPoints = fc.oneof(fc.constantFrom(1000, 2500, 3333, 5000, 10_000), fc.integer({ min: 1, max: 10_000 }));
const salePrice = fc.oneof(
  amount.map((value) => ({ kind: "price", cents: value })),
  amount.map((value) => ({ kind: "amount-off", cents: value })),
  basisPoints.map((value) => ({ kind: "percent-off", basisPoints: value })),
);
const combination = {
  combinesWith: fc.record({ sales: fc.boolean(), automatic: fc.boolean(), coupons: fc.boolean() }),
  exclusive: fc.integer({ min: 0, max: 7 }).map((value) => value === 0),
  priority: fc.integer({ min: 0, max: 2 }),
};
const maximumSets = fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined });

const anyTerms = fc
  .oneof(
    fc.record({ kind: fc.constant("limited-sale"), scope: anyScope, price: salePrice, ...combination }),
    fc.record({ kind: fc.constant("scheduled-sale"), scope: anyScope, price: salePrice, ...combination }),
    fc.record({
      kind: fc.constant("coupon"),
      scope: anyScope,
      discount: fc.oneof(
        amount.map((value) => ({ kind: "amount-off", cents: value })),
        basisPoints.map((value) => ({ kind: "percent-off", basisPoints: value })),
      ),
      minimumSpend: fc.option(fc.integer({ min: 0, max: 20_000 }), { nil: undefined }),
      ...combination,
    }),
    fc.record({
      kind: fc.constant("bundle"),
      items: fc.subarray(courseIds, { minLength: 2 }).map((ids) => ids.map((id) => ({ courseId: id }))),
      price: fc.integer({ min: 0, max: 20_000 }),
      maximumSets,
      ...combination,
    }),
    fc.record({
      kind: fc.constant("buy-x-get-y"),
      scope: anyScope,
      buy: fc.integer({ min: 1, max: 2 }),
      get: fc.integer({ min: 1, max: 2 }),
      reward: fc.option(anyScope, { nil: undefined }),
      discount: basisPoints,
      maximumSets,
      ...combination,
    }),
    fc.record({
      kind: fc.constant("quantity-tiers"),
      scope: anyScope,
      count: fc.constantFrom("course", "scope"),
      tiers: fc.tuple(basisPoints, basisPoints).map(([two, four]) => [
        { quantity: 2, discount: two },
        { quantity: 4, discount: four },
      ]),
      ...combination,
    }),
    fc.record({
      kind: fc.constant("gift"),
      courseId,
      scope: anyScope,
      minimumSpend: fc.integer({ min: 0, max: 20_000 }),
      ...combination,
    }),
  )
  .map((terms) => Terms.parse(terms));

const window = {
  startsAt: new Date("2026-11-01T06:00:00Z"),
  endsAt: new Date("2026-12-01T06:00:00Z"),
  isPaused: false,
};

/** Up to `maxLength` running promotions of every kind, "p0", "p1" ...; a coupon's code is its id in capitals. */
export const anyPromotions = (maxLength: number) =>
  fc.array(anyTerms, { maxLength }).map((all) =>
    all.map((terms, index): Promotion => {
      const id = `p${index}`;
      return {
        id: PromotionId.parse(id),
        version: 1,
        name: id,
        terms,
        ...window,
        ...(stageOf(terms.kind) === "coupons" ? { codes: [`P${index}`] } : {}),
      };
    }),
  );

const fewOrMany = fc.oneof(fc.constant(99), fc.integer({ min: 0, max: 3 }));

export const anyStock = fc
  .array(fewOrMany, { minLength: 6, maxLength: 6 })
  .map((units): Stock => ({ units: new Map(units.map((left, index) => [PromotionId.parse(`p${index}`), left])) }));

export const anyShopper = fc
  .tuple(
    fc.array(fewOrMany, { minLength: 6, maxLength: 6 }),
    fc.shuffledSubarray(["P0", "P1", "P2", "P3", "P4", "P5"], { minLength: 4 }),
  )
  .map(
    ([allowed, codes]): Shopper => ({
      unitsAllowed: new Map(allowed.map((left, index) => [PromotionId.parse(`p${index}`), left])),
      codes,
      isFirstOrder: true,
    }),
  );
