import { type DisciplineCode, disciplineCodes } from "~/catalog/read/disciplines";
import { CourseFormatId, CourseId, PromotionId } from "~/core/ids";
import { cents } from "~/core/money";
import { type Promotion, Terms } from "~/promotions/kinds/kinds";
import { priceCart } from "~/promotions/pricing/price-cart";
import type { Shopper, Stock } from "~/promotions/pricing/priced-cart";
import type { CartLine } from "~/promotions/units/cart-line";
import { isInScope } from "~/promotions/units/scope";

const now = new Date("2026-11-24T12:00:00Z");
const window = {
  startsAt: new Date("2026-11-01T06:00:00Z"),
  endsAt: new Date("2026-12-01T06:00:00Z"),
  isPaused: false,
};
const codes = ["TENPERCENT", "TENDOLLARS"];

const courseOf = (index: number) => `course-${index}`;
const disciplineOf = (index: number): DisciplineCode => disciplineCodes[index % disciplineCodes.length] ?? "CT";

/** A cart with the catalog's first courses, one to three units of each. */
function cartOf(lines: number): CartLine[] {
  return Array.from({ length: lines }, (_, index) => ({
    id: CourseFormatId.parse(`${courseOf(index)}.ebook`),
    courseId: CourseId.parse(courseOf(index)),
    format: "ebook" as const,
    quantity: 1 + (index % 3),
    regularPrice: cents(4900 + 137 * index),
    disciplines: [disciplineOf(index)],
    contentCategories: [],
    approver: "ASRT",
    creditsHundredths: 600,
  }));
}

/** A shop's promotions: most on single courses, from a catalog that grows with the number of promotions, with every kind among
 *  them; two coupons, a percentage and an amount. */
function promotionsOf(count: number): Promotion[] {
  const courses = Math.max(60, count);
  return Array.from({ length: count }, (_, index): Promotion => {
    const [code, terms] = index < 2 ? couponOf(index) : [undefined, termsOf(index, courses)];
    return {
      id: PromotionId.parse(`p${index}`),
      version: 1,
      name: `p${index}`,
      terms: Terms.parse(terms),
      ...window,
      codes: code ? [code] : undefined,
    };
  });
}

function couponOf(index: number): [string, object] {
  const discount = index === 0 ? { kind: "percent-off", basisPoints: 1000 } : { kind: "amount-off", cents: 1000 };
  return [codes[index] ?? "", { kind: "coupon", scope: {}, discount, minimumSpend: 5000 }];
}

function termsOf(index: number, courses: number): object {
  const courseId = courseOf((index * 7) % courses);
  const scope = { courseIds: [courseId] };
  switch (index % 10) {
    case 4:
      return {
        kind: "scheduled-sale",
        scope: { disciplines: [disciplineOf(index)] },
        price: { kind: "percent-off", basisPoints: 500 + index },
      };
    case 5:
      return { kind: "bundle", items: [{ courseId }, { courseId: courseOf((index * 7 + 1) % courses) }], price: 8000 };
    case 6:
      return { kind: "buy-x-get-y", scope, buy: 2, get: 1, discount: 10_000 };
    case 7:
      return { kind: "quantity-tiers", scope, tiers: [{ quantity: 2, discount: 1500 }] };
    case 8:
      return { kind: "gift", courseId, scope: { disciplines: [disciplineOf(index)] }, minimumSpend: 20_000 };
    default:
      return { kind: "limited-sale", scope, price: { kind: "percent-off", basisPoints: 1000 + index } };
  }
}

/** Every other limited sale has two units left; the others have plenty. */
function stockOf(promotions: readonly Promotion[]): Stock {
  const limited = promotions.filter(({ terms }) => terms.kind === "limited-sale");
  return { units: new Map(limited.map(({ id }, index) => [id, index % 2 === 0 ? 2 : 500])) };
}

/** The baseline: each line is compared with each promotion once. */
function straightPass(lines: readonly CartLine[], promotions: readonly Promotion[]): number {
  let hits = 0;
  for (const line of lines)
    for (const { terms } of promotions) if (terms.kind !== "bundle" && isInScope(terms.scope, line)) hits += 1;
  return hits;
}

/** Carts of 1, 10, and 50 lines against 10, 100, and 1,000 promotions. */
export function benchPricing(): void {
  const shopper: Shopper = { unitsAllowed: new Map(), codes, isFirstOrder: true };
  const rows: Record<string, number | string>[] = [];
  for (const count of [10, 100, 1000]) {
    const promotions = promotionsOf(count);
    const stock = stockOf(promotions);
    let ten = 0;
    for (const lines of [1, 10, 50]) {
      const cart = cartOf(lines);
      const [pass, price] = measure(
        () => straightPass(cart, promotions),
        () => priceCart(cart, promotions, stock, shopper, now),
      );
      if (lines === 10) ten = price;
      rows.push({
        promotions: count,
        lines,
        "µs a cart": Math.round(price * 1000),
        "× a straight pass": (price / pass).toFixed(1),
        "growth from 10 lines (1: linear)": lines === 50 ? (price / ten / 5).toFixed(2) : "",
      });
    }
  }
  console.log(
    "Pricing a cart with two coupons; medians. Baseline: a straight pass over the same lines and promotions.",
  );
  console.table(rows);
}

/** Medians of two tasks in milliseconds, both warmed up. */
function measure(one: () => unknown, other: () => unknown): [number, number] {
  for (const work of [one, other]) time(work, 100);
  return [time(one, 300), time(other, 300)];
}

/** The median run of a task repeated for this many milliseconds. */
function time(work: () => unknown, milliseconds: number): number {
  const runs: number[] = [];
  const end = performance.now() + milliseconds;
  for (let start = performance.now(); start < end; start = performance.now()) {
    work();
    runs.push(performance.now() - start);
  }
  return runs.sort((a, b) => a - b)[runs.length >> 1] ?? Number.NaN;
}
