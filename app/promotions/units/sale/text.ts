import { formatCents } from "~/core/money";
import { formatPercent } from "~/core/percent";
import { describeScope, type TitleOf } from "../scope-text";
import type { SaleTerms } from "./terms";

/** "IV Therapeutics at $99.50", "15% off CT courses". */
export function describeSale({ scope, price }: SaleTerms, titleOf: TitleOf, most: number): string {
  const what = describeScope(scope, titleOf, most);
  if (price.kind === "price") return `${what} at ${formatCents(price.cents)}`;
  const off = price.kind === "amount-off" ? formatCents(price.cents) : formatPercent(price.basisPoints);
  return `${off} off ${what}`;
}
