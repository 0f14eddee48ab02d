import type { PriceDocument } from "./price-document";
import { normaliseCode } from "./promotion";
import type { Scope } from "./scope";
import type { Terms } from "./terms";

export type Contradiction = { path: (string | number)[]; message: string };

/** Where a document of the right shape says what can't be, by path. What is merely useless (a sale of a course that is not in the
 *  cart) is lawful. */
export function contradictionsIn(document: PriceDocument): Contradiction[] {
  const { lines, promotions, stock, refunds = [] } = document;
  return [
    ...repeated(lines.map(({ id }) => id)).map((index) => say(["lines", index, "id"], "Another line has this id.")),
    ...repeated(promotions.map(({ id }) => id)).map((index) =>
      say(["promotions", index, "id"], "Another promotion has this id."),
    ),
    ...promotions.flatMap(({ terms }, index) =>
      inTerms(terms).map(({ path, message }) => say(["promotions", index, "terms", ...path], message)),
    ),
    ...inCodes(promotions),
    ...inUsesLeft(Object.keys(stock.codes)),
    ...inRefunds(lines, refunds),
  ];
}

function inTerms(terms: Terms): Contradiction[] {
  switch (terms.kind) {
    case "bundle":
      return repeated(terms.items.map(({ courseId }) => courseId)).map((index) =>
        say(["items", index, "courseId"], "This course is in the bundle already."),
      );
    case "quantity-tiers":
      return [
        ...inScope("scope", terms.scope),
        ...repeated(terms.tiers.map(({ quantity }) => quantity)).map((index) =>
          say(["tiers", index, "quantity"], "Another tier begins at this quantity."),
        ),
      ];
    case "buy-x-get-y":
      return [...inScope("scope", terms.scope), ...(terms.reward ? inScope("reward", terms.reward) : [])];
    default:
      return inScope("scope", terms.scope);
  }
}

function inScope(part: string, { credits: { min = 0, max = Number.POSITIVE_INFINITY } = {} }: Scope): Contradiction[] {
  return min <= max ? [] : [say([part, "credits", "max"], "The most credits must not be below the least.")];
}

function inCodes(promotions: PriceDocument["promotions"]): Contradiction[] {
  const owners = new Map<string, number>();
  return promotions.flatMap(({ terms, codes = [] }, index) => {
    if (terms.kind !== "coupon" && codes.length > 0)
      return [say(["promotions", index, "codes"], "Only a coupon has codes.")];
    return codes.map(normaliseCode).flatMap((code, place) => {
      const path = ["promotions", index, "codes", place];
      const owner = owners.get(code);
      owners.set(code, index);
      if (code === "") return [say(path, "A code needs a letter or a digit.")];
      return owner === undefined || owner === index ? [] : [say(path, "Another promotion has this code.")];
    });
  });
}

/** Whichever of the two came last would count, so the price would go by the order of keys. */
function inUsesLeft(codes: string[]): Contradiction[] {
  return repeated(codes.map(normaliseCode)).map((index) =>
    say(["stock", "codes", codes[index] ?? ""], "This code is there already, written in another way."),
  );
}

function inRefunds(lines: PriceDocument["lines"], refunds: NonNullable<PriceDocument["refunds"]>): Contradiction[] {
  const left = new Map(lines.map(({ id, quantity }) => [id, quantity]));
  return refunds.flatMap(({ line, quantity }, index) => {
    const units = left.get(line);
    if (units === undefined) return [say(["refunds", index, "line"], "There is no such line.")];
    if (quantity > units) return [say(["refunds", index, "quantity"], `Units of this line left to refund: ${units}.`)];
    left.set(line, units - quantity);
    return [];
  });
}

function say(path: Contradiction["path"], message: string): Contradiction {
  return { path, message };
}

/** Places of what stands in the list a second time. */
function repeated<Item>(items: readonly Item[]): number[] {
  const seen = new Set<Item>();
  return items.flatMap((item, index) => {
    if (seen.has(item)) return [index];
    seen.add(item);
    return [];
  });
}
