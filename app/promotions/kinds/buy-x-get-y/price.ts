import { z } from "zod";
import type { CartLine } from "../../pricing/priced-cart";
import { combination } from "../../units/combination";
import { BasisPoints, percentOf } from "../../units/discount";
import { dearestFirst, separate, takeOff, type Work } from "../../units/priced-units";
import type { Promotion } from "../../units/promotion";
import { isInScope, Scope } from "../../units/scope";

/** For every X units bought, Y more at a discount, as often as the cart has them. */
export const BuyXGetYTerms = z.strictObject({
  kind: z.literal("buy-x-get-y"),
  scope: Scope.describe("What must be bought."),
  buy: z.int().min(1).max(100).describe("X: units at their own price."),
  get: z.int().min(1).max(100).describe("Y: units at the discount."),
  reward: Scope.optional().describe(
    "What the discounted units may be; the dearest of them are discounted. Without it they are of the same scope: units are grouped from the dearest down, and the cheapest of each group are discounted.",
  ),
  discount: BasisPoints,
  maximumSets: z.int().min(1).optional().describe("At most so many times in an order."),
  ...combination({ sales: false, automatic: false, coupons: true }),
});
type BuyXGetYTerms = z.infer<typeof BuyXGetYTerms>;

export function takesPart({ scope, reward }: BuyXGetYTerms, line: CartLine): boolean {
  return isInScope(scope, line) || (reward !== undefined && isInScope(reward, line));
}

/** Whether so many units are in the cart that something is discounted, if all of them take part. */
export function isEarned(terms: BuyXGetYTerms, lines: readonly CartLine[]): boolean {
  return setsOf(terms, lines) > 0;
}

/** `works` are all units; `eligible` those that the promotion may touch. */
export function applyBuyXGetY(
  promotion: Promotion,
  terms: BuyXGetYTerms,
  works: Work[],
  eligible: readonly Work[],
): void {
  const units = terms.reward ? rewardedFromOthers(terms, eligible) : rewardedFromSame(terms, eligible);
  for (const [work, quantity] of units) {
    const rewarded = separate(works, work, quantity);
    takeOff(rewarded, promotion, percentOf(rewarded.total, terms.discount));
  }
}

type Units = { quantity: number; line: CartLine };

function setsOf(terms: BuyXGetYTerms, all: readonly (CartLine | Work)[]): number {
  const rows: Units[] = all.map((row) => ("line" in row ? row : { quantity: row.quantity, line: row }));
  const { scope, reward, buy, get, maximumSets = Number.POSITIVE_INFINITY } = terms;
  const count = (test: (line: CartLine) => boolean) =>
    rows.reduce((sum, { quantity, line }) => sum + (test(line) ? quantity : 0), 0);
  if (!reward) return Math.min(maximumSets, Math.floor(count((line) => isInScope(scope, line)) / (buy + get)));
  const both = count((line) => isInScope(scope, line) && isInScope(reward, line));
  const onlyBought = count((line) => isInScope(scope, line)) - both;
  const onlyRewarded = count((line) => isInScope(reward, line)) - both;
  return Math.min(
    maximumSets,
    Math.floor((onlyBought + both) / buy),
    Math.floor((onlyRewarded + both) / get),
    Math.floor((onlyBought + onlyRewarded + both) / (buy + get)),
  );
}

/** Groups of X + Y from the dearest unit down; the last Y of each are discounted. */
function rewardedFromSame(terms: BuyXGetYTerms, eligible: readonly Work[]): [Work, number][] {
  const { scope, buy, get } = terms;
  const group = buy + get;
  const end = setsOf(terms, eligible) * group;
  /** Discounted ones among the first so many units. */
  const discounted = (units: number) => {
    const counted = Math.min(units, end);
    return Math.floor(counted / group) * get + Math.max(0, (counted % group) - buy);
  };
  let before = 0;
  return dearestFirst(eligible.filter(({ line }) => isInScope(scope, line))).flatMap((work): [Work, number][] => {
    const units = discounted(before + work.quantity) - discounted(before);
    before += work.quantity;
    return units > 0 ? [[work, units]] : [];
  });
}

/** The dearest units of the reward's scope, leaving enough to be bought. */
function rewardedFromOthers(terms: BuyXGetYTerms, eligible: readonly Work[]): [Work, number][] {
  const { scope, reward = {}, buy, get } = terms;
  const sets = setsOf(terms, eligible);
  const onlyBought = eligible.reduce(
    (sum, { line, quantity }) => sum + (isInScope(scope, line) && !isInScope(reward, line) ? quantity : 0),
    0,
  );
  const both = eligible.filter(({ line }) => isInScope(scope, line) && isInScope(reward, line));
  let spare = both.reduce((sum, { quantity }) => sum + quantity, 0) - Math.max(0, sets * buy - onlyBought);
  let missing = sets * get;
  return dearestFirst(eligible.filter(({ line }) => isInScope(reward, line))).flatMap((work): [Work, number][] => {
    const isShared = isInScope(scope, work.line);
    const units = Math.min(work.quantity, missing, isShared ? spare : work.quantity);
    missing -= units;
    if (isShared) spare -= units;
    return units > 0 ? [[work, units]] : [];
  });
}
