import { automaticKindOf, type SalePromotion } from "../../kinds/kinds";
import type { CartLine } from "../../units/cart-line";
import type { Circumstances } from "../../units/circumstances";
import { isInScope } from "../../units/scope";
import type { LineOptions } from "./line-options";
import type { EnteredCoupon } from "./plan";

type Link = ReadonlySet<CartLine>;

/** Sets of lines whose prices depend on each other's plans: they compete for the same scarce units, or a promotion spans them. */
export function findHardLinks(
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
  const spanning = [...automatic].map(({ terms }) => {
    const { price } = automaticKindOf(terms.kind);
    return selectLines(lines, (line) => price.ties(terms, line));
  });
  return [...scarce, ...spanning].filter(({ size }) => size > 0);
}

/** Lines that share a coupon's amount, or must reach its minimum together. */
export function findSoftLinks(lines: readonly CartLine[], coupons: readonly EnteredCoupon[]): Link[] {
  return coupons.flatMap(({ promotion: { terms } }) =>
    terms.discount.kind === "amount-off" || terms.minimumSpend
      ? [selectLines(lines, (line) => isInScope(terms.scope, line))]
      : [],
  );
}

function selectLines(lines: readonly CartLine[], test: (line: CartLine) => boolean): Link {
  return new Set(lines.filter(test));
}

/** Divides lines into independent groups. */
export function groupLines<Row extends { line: CartLine }>(rows: readonly Row[], links: readonly Link[]): Row[][] {
  const groups = new Map<CartLine, Row[]>(rows.map((row) => [row.line, [row]]));
  for (const link of links) {
    const linked = new Set([...link].flatMap((line) => [groups.get(line) ?? []]));
    const joined = [...linked].flat();
    for (const { line } of joined) groups.set(line, joined);
  }
  return [...new Set(groups.values())];
}
