import { type Format, formatNames } from "~/catalog/read/formats";
import type { Cents } from "~/core/money";
import { explainPortion, unitPrices } from "~/promotions/explain";
import type { Portion } from "~/promotions/priced-cart";

type Line = { title: string; format: Format; portions: Portion[] };
export type ChargedLine = { name: string; description?: string; format: Format; quantity: number; unitCents: Cents };

/** An order as Stripe line items, each a number of units at one price, so Stripe shows the same cents as our page. Tax is rounded
 *  per line, so the tax preview must use exactly these lines. */
export function chargedLines(lines: Line[]): ChargedLine[] {
  return lines.flatMap(({ title, format, portions }) =>
    portions.flatMap((portion) =>
      unitPrices(portion).map(({ quantity, price }) => ({
        name: `${title} (${formatNames[format]})`,
        description: portion.adjustments.length > 0 ? explainPortion(portion).join(" · ") : undefined,
        format,
        quantity,
        unitCents: price,
      })),
    ),
  );
}
