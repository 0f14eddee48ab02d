import { type AutomaticPromotion, automaticKindOf, type Promotion, type SalePromotion } from "../../kinds/kinds";
import type { CartLine } from "../../units/cart-line";
import type { Circumstances } from "../../units/circumstances";
import { savingOnUnit } from "../../units/discount";
import { isInScope } from "../../units/scope";
import type { EnteredCoupon, LinePlan } from "./plan";

/** What a line could use, in order of priority. */
export type LineOptions = { sales: SalePromotion[]; automatic: AutomaticPromotion[] };

/** If a line has more sales than this, they are tried alone and all together, not in every combination. */
const mostSalesTriedInEveryCombination = 4;

/** The sales that would make a line cheaper, in the order of `sales`. */
export function selectSales(line: CartLine, sales: readonly SalePromotion[]): SalePromotion[] {
  return sales.filter(({ terms }) => isInScope(terms.scope, line) && savingOnUnit(terms.price, line.regularPrice) > 0);
}

/** Leaves out a line's sales that can't matter next to its others. `automatic` and `coupons` are all that this cart could use. */
export function narrowOptions(
  line: CartLine,
  options: LineOptions,
  automatic: readonly AutomaticPromotion[],
  coupons: readonly EnteredCoupon[],
  circumstances: Circumstances,
): LineOptions {
  if (options.sales.length < 2) return options;
  const covering = coupons.filter(({ promotion }) => isInScope(promotion.terms.scope, line));
  // With a minimum spend, smaller savings can be better.
  const isCounted =
    covering.some(({ promotion }) => promotion.terms.minimumSpend) ||
    automatic.some(({ terms }) => automaticKindOf(terms.kind).price.countsSpending(terms, line));
  if (isCounted) return options;
  const others = [...options.automatic, ...covering.map(({ promotion }) => promotion)];
  return { ...options, sales: withoutDominated(options.sales, line, others, circumstances) };
}

/** A sale can't matter next to one that has enough units for the whole cart, saves as much, and combines with as much. One with few
 *  units still can if it splits a line's units: the rest can use what it doesn't combine with, or a smaller sale, and
 *  percentages of two portions are rounded twice. `others` are the line's automatic promotions and coupons; `sales` are in order
 *  of priority. */
function withoutDominated(
  sales: SalePromotion[],
  line: CartLine,
  others: readonly Promotion[],
  { units, unitsFor }: Circumstances,
): SalePromotion[] {
  const rows = sales.map((sale, index) => ({
    sale,
    index,
    isAmple: unitsFor(sale) >= units,
    saving: savingOnUnit(sale.terms.price, line.regularPrice),
    ...sale.terms.combinesWith,
  }));
  type Row = (typeof rows)[number];
  const maySplit = ({ isAmple }: Row) => !isAmple && line.quantity > 1;
  // What rounding twice can save, in the unit of savings; there is no bound on what other promotions save.
  const gain = (row: Row) => (maySplit(row) ? (others.length > 0 ? Number.POSITIVE_INFINITY : 10_000) : 0);
  // The larger sale would take the units that such a third sale leaves.
  const isBetween = (third: Row, row: Row, other: Row) =>
    maySplit(third) && third.saving >= row.saving && third.saving <= other.saving;
  const isDominated = (row: Row) =>
    rows.some(
      (other) =>
        other.isAmple &&
        other.saving >= row.saving + gain(row) &&
        !rows.some((third) => third !== row && isBetween(third, row, other)) &&
        (other.saving > row.saving || !row.isAmple || other.index < row.index) &&
        (other.automatic || !row.automatic) &&
        (other.coupons || !row.coupons),
    );
  return rows.filter((row) => !isDominated(row)).map(({ sale }) => sale);
}

/** Every way in which a line can use its options; the one that uses the most comes first. */
export function listPlans({ sales, automatic }: LineOptions, mayDecline: boolean): LinePlan[] {
  const choices = mayDecline ? listSaleChoices(sales) : [sales];
  return choices.flatMap((chosen): LinePlan[] => [
    ...automatic.map((one): LinePlan => ({ sales: chosen, automatic: one })),
    { sales: chosen },
  ]);
}

function listSaleChoices(sales: SalePromotion[]): SalePromotion[][] {
  if (sales.length === 0) return [[]];
  if (sales.length > mostSalesTriedInEveryCombination) return [sales, ...sales.map((sale) => [sale]), []];
  const all = 2 ** sales.length - 1;
  return Array.from({ length: all + 1 }, (_, index) => sales.filter((_sale, bit) => ((all - index) >> bit) & 1));
}
