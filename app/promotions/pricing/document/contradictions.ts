import { duplicateIndexes } from "~/core/duplicate-indexes";
import { formatCents } from "~/core/money";
import { stageOf } from "../../kinds/kinds";
import { normalizeCode } from "../../units/code";
import { largestCart } from "../priced-cart";
import type { PriceDocument } from "./price-document";

export type Contradiction = { path: (string | number)[]; message: string };

/** Where parts of a document that are each valid contradict each other, by path. Anything merely useless (a sale on a course that is
 *  not in the cart) is allowed. */
export function findContradictions(document: PriceDocument): Contradiction[] {
  const { lines, promotions, stock, refunds = [] } = document;
  return [
    ...duplicateIndexes(lines.map(({ id }) => id)).map((index) =>
      say(["lines", index, "id"], "Another line has this id."),
    ),
    ...duplicateIndexes(promotions.map(({ id }) => id)).map((index) =>
      say(["promotions", index, "id"], "Another promotion has this id."),
    ),
    ...inAmounts(lines),
    ...inCodes(promotions),
    ...inUsesLeft(Object.keys(stock.codes)),
    ...inRefunds(lines, refunds),
  ];
}

function inAmounts(lines: PriceDocument["lines"]): Contradiction[] {
  const cost = lines.reduce((sum, { regularPrice, quantity }) => sum + regularPrice * quantity, 0);
  if (cost <= largestCart) return [];
  return [say(["lines"], `The cart can't cost more than ${formatCents(largestCart)} at regular prices.`)];
}

function inCodes(promotions: PriceDocument["promotions"]): Contradiction[] {
  const owners = new Map<string, number>();
  return promotions.flatMap(({ terms, codes = [] }, index) => {
    if (stageOf(terms.kind) !== "coupons" && codes.length > 0)
      return [say(["promotions", index, "codes"], "Only a coupon can have codes.")];
    return codes.map(normalizeCode).flatMap((code, place) => {
      const path = ["promotions", index, "codes", place];
      const owner = owners.get(code);
      owners.set(code, index);
      if (code === "") return [say(path, "A code needs a letter or a digit.")];
      return owner === undefined || owner === index ? [] : [say(path, "Another promotion has this code.")];
    });
  });
}

/** The last one would count, so the price would depend on the order of keys. */
function inUsesLeft(codes: string[]): Contradiction[] {
  return duplicateIndexes(codes.map(normalizeCode)).map((index) =>
    say(["stock", "codes", codes[index] ?? ""], "This code is listed twice, with different spelling."),
  );
}

function inRefunds(lines: PriceDocument["lines"], refunds: NonNullable<PriceDocument["refunds"]>): Contradiction[] {
  const left = new Map(lines.map(({ id, quantity }) => [id, quantity]));
  return refunds.flatMap(({ line, quantity }, index) => {
    const units = left.get(line);
    if (units === undefined) return [say(["refunds", index, "line"], "No line has this id.")];
    if (quantity > units) return [say(["refunds", index, "quantity"], `Units of this line left to refund: ${units}.`)];
    left.set(line, units - quantity);
    return [];
  });
}

function say(path: Contradiction["path"], message: string): Contradiction {
  return { path, message };
}
