import type { CartLine } from "../../units/cart-line";
import { mostExpensiveFirst, type PricedUnits } from "../../units/priced-units";
import { isInScope } from "../../units/scope";
import type { BuyXGetYTerms } from "./terms";

/** Units of `eligible` that are discounted, with how many of each. */
export function chooseRewarded(terms: BuyXGetYTerms, eligible: readonly PricedUnits[]): [PricedUnits, number][] {
  return terms.reward ? chooseFromOthers(terms, eligible) : chooseFromSame(terms, eligible);
}

/** How many times the promotion applies if all of these units take part. */
export function countSets(terms: BuyXGetYTerms, rows: readonly { line: CartLine; quantity: number }[]): number {
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

/** Groups of X + Y from the most expensive unit down; the last Y of each are discounted. */
function chooseFromSame(terms: BuyXGetYTerms, eligible: readonly PricedUnits[]): [PricedUnits, number][] {
  const { scope, buy, get } = terms;
  const group = buy + get;
  const end = countSets(terms, eligible) * group;
  /** How many of the first units are discounted. */
  const countDiscounted = (first: number) => {
    const counted = Math.min(first, end);
    return Math.floor(counted / group) * get + Math.max(0, (counted % group) - buy);
  };
  let before = 0;
  return mostExpensiveFirst(eligible.filter(({ line }) => isInScope(scope, line))).flatMap(
    (units): [PricedUnits, number][] => {
      const quantity = countDiscounted(before + units.quantity) - countDiscounted(before);
      before += units.quantity;
      return quantity > 0 ? [[units, quantity]] : [];
    },
  );
}

/** The most expensive units of the reward's scope, leaving enough to be bought. */
function chooseFromOthers(terms: BuyXGetYTerms, eligible: readonly PricedUnits[]): [PricedUnits, number][] {
  const { scope, reward = {}, buy, get } = terms;
  const sets = countSets(terms, eligible);
  const onlyBought = eligible.reduce(
    (sum, { line, quantity }) => sum + (isInScope(scope, line) && !isInScope(reward, line) ? quantity : 0),
    0,
  );
  const both = eligible.filter(({ line }) => isInScope(scope, line) && isInScope(reward, line));
  let spare = both.reduce((sum, { quantity }) => sum + quantity, 0) - Math.max(0, sets * buy - onlyBought);
  let missing = sets * get;
  return mostExpensiveFirst(eligible.filter(({ line }) => isInScope(reward, line))).flatMap(
    (units): [PricedUnits, number][] => {
      const isShared = isInScope(scope, units.line);
      const quantity = Math.min(units.quantity, missing, isShared ? spare : units.quantity);
      missing -= quantity;
      if (isShared) spare -= quantity;
      return quantity > 0 ? [[units, quantity]] : [];
    },
  );
}
