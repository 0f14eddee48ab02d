import { isInBundle } from "../../kinds/bundle/price";
import { takesPart } from "../../kinds/buy-x-get-y/price";
import { isGift } from "../../kinds/gift/price";
import { isInScope } from "../../units/scope";
import type { CartLine } from "../priced-cart";
import type { Circumstances, EnteredCoupon, SalePromotion } from "./apply";
import type { LineOptions } from "./line-options";

type Link = ReadonlySet<CartLine>;

/** Sets of lines whose prices depend on each other's plans: they want the same few units, or a promotion spans them. */
export function hardLinks(
  lines: readonly CartLine[],
  options: ReadonlyMap<CartLine, LineOptions>,
  { unitsFor }: Circumstances,
): Link[] {
  const wanting = new Map<SalePromotion, CartLine[]>();
  for (const [line, { sales }] of options)
    for (const sale of sales) wanting.set(sale, [...(wanting.get(sale) ?? []), line]);
  const scarce = [...wanting].flatMap(([sale, wanted]) => {
    const units = wanted.reduce((sum, { quantity }) => sum + quantity, 0);
    return wanted.length > 1 && units > unitsFor(sale) ? [new Set(wanted)] : [];
  });
  const automatic = new Set([...options.values()].flatMap((row) => row.automatic));
  const spanning = [...automatic].flatMap(({ terms }) => {
    if (terms.kind === "bundle") return [having(lines, (line) => isInBundle(terms, line))];
    if (terms.kind === "buy-x-get-y") return [having(lines, (line) => takesPart(terms, line))];
    if (terms.kind !== "gift") return [];
    const isCounted = (line: CartLine) => terms.minimumSpend > 0 && isInScope(terms.scope, line);
    return [having(lines, (line) => isGift(terms, line) || isCounted(line))];
  });
  return [...scarce, ...spanning].filter(({ size }) => size > 0);
}

/** Lines that share a coupon's amount, or must reach its minimum together. */
export function softLinks(lines: readonly CartLine[], coupons: readonly EnteredCoupon[]): Link[] {
  return coupons.flatMap(({ promotion: { terms } }) =>
    terms.discount.kind === "amount-off" || terms.minimumSpend
      ? [having(lines, (line) => isInScope(terms.scope, line))]
      : [],
  );
}

function having(lines: readonly CartLine[], test: (line: CartLine) => boolean): Link {
  return new Set(lines.filter(test));
}

/** Parts lines into groups that do not depend on each other. */
export function groupsOf<Row extends { line: CartLine }>(rows: readonly Row[], links: readonly Link[]): Row[][] {
  const groups = new Map<CartLine, Row[]>(rows.map((row) => [row.line, [row]]));
  for (const link of links) {
    const met = new Set([...link].flatMap((line) => [groups.get(line) ?? []]));
    const joined = [...met].flat();
    for (const { line } of joined) groups.set(line, joined);
  }
  return [...new Set(groups.values())];
}
