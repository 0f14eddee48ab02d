import { impossible } from "~/core/result";
import { isInBundle } from "../../kinds/bundle/price";
import { takesPart } from "../../kinds/buy-x-get-y/price";
import { isGift } from "../../kinds/gift/price";
import { savingOnUnit } from "../../units/discount";
import type { Promotion } from "../../units/promotion";
import { isInScope } from "../../units/scope";
import type { CartLine } from "../priced-cart";
import type { AutomaticPromotion, Circumstances, EnteredCoupon, LinePlan, SalePromotion } from "./apply";

/** What a line could make use of, in order of priority. */
export type LineOptions = { sales: SalePromotion[]; automatic: AutomaticPromotion[] };

/** More sales than this on one line are tried alone and all together, not in every combination. */
const mostSalesTriedInEveryCombination = 4;

/** The sales that would make a line cheaper. `sales` stand in order of priority, and so does the answer. */
export function salesOf(line: CartLine, sales: readonly SalePromotion[]): SalePromotion[] {
  return sales.filter(({ terms }) => isInScope(terms.scope, line) && savingOnUnit(terms.price, line.regularPrice) > 0);
}

/** Leaves out the sales of a line that can't matter beside its others. `automatic` and `coupons` are all that are in question in
 *  this cart. */
export function narrowed(
  line: CartLine,
  options: LineOptions,
  automatic: readonly AutomaticPromotion[],
  coupons: readonly EnteredCoupon[],
  circumstances: Circumstances,
): LineOptions {
  if (options.sales.length < 2) return options;
  const covering = coupons.filter(({ promotion }) => isInScope(promotion.terms.scope, line));
  // Where a minimum must be spent, a smaller saving can be the better one.
  const isCounted =
    covering.some(({ promotion }) => promotion.terms.minimumSpend) ||
    automatic.some(({ terms }) => terms.kind === "gift" && terms.minimumSpend > 0 && isInScope(terms.scope, line));
  if (isCounted) return options;
  const company = [...options.automatic, ...covering.map(({ promotion }) => promotion)];
  return { ...options, sales: withoutDominated(options.sales, line, company, circumstances) };
}

/** Whether a line could make use of an automatic promotion that is possible in its cart. */
export function canUse(promotion: AutomaticPromotion, line: CartLine, { tierOf }: Circumstances): boolean {
  const { terms } = promotion;
  switch (terms.kind) {
    case "bundle":
      return isInBundle(terms, line);
    case "buy-x-get-y":
      return takesPart(terms, line);
    case "gift":
      return isGift(terms, line);
    case "quantity-tiers":
      return tierOf(promotion.id, terms, line) > 0;
    default:
      return impossible(terms);
  }
}

/** A sale can't matter beside one that has enough units for the whole cart, saves as much and combines with as much. One with few
 *  units still can where it parts the units of a line: the rest goes to what it does not combine with, or to a smaller sale, and
 *  percentages of two portions are rounded twice. `sales` stand in order of priority. */
function withoutDominated(
  sales: SalePromotion[],
  line: CartLine,
  company: readonly Promotion[],
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
  const mayPart = ({ isAmple }: Row) => !isAmple && line.quantity > 1;
  // What rounding twice can bring, in the unit of savings; company can bring anything.
  const gain = (row: Row) => (mayPart(row) ? (company.length > 0 ? Number.POSITIVE_INFINITY : 10_000) : 0);
  // The larger sale would take the units that such a third gives.
  const isBetween = (third: Row, row: Row, other: Row) =>
    mayPart(third) && third.saving >= row.saving && third.saving <= other.saving;
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

/** Every way in which a line can make use of its options; that which uses the most comes first. */
export function plansOf({ sales, automatic }: LineOptions, mayDecline: boolean): LinePlan[] {
  const choices = mayDecline ? salesChoices(sales) : [sales];
  return choices.flatMap((chosen): LinePlan[] => [
    ...automatic.map((one): LinePlan => ({ sales: chosen, automatic: one })),
    { sales: chosen },
  ]);
}

function salesChoices(sales: SalePromotion[]): SalePromotion[][] {
  if (sales.length === 0) return [[]];
  if (sales.length > mostSalesTriedInEveryCombination) return [sales, ...sales.map((sale) => [sale]), []];
  const all = 2 ** sales.length - 1;
  return Array.from({ length: all + 1 }, (_, index) => sales.filter((_sale, bit) => ((all - index) >> bit) & 1));
}
