import { type Format, formatNames } from "~/catalog/read/formats";
import { explainPortion, listUnitPrices } from "~/promotions/pricing/explain";
import type { Portion } from "~/promotions/pricing/priced-cart";

type Line = { title: string; format: Format; portions: Portion[] };
export type ChargedLine = { name: string; description?: string; format: Format; quantity: number; unitCents: number };

/** An order as lines of so many units at one price, as Stripe has them: the cents that it shows are the cents that we showed.
 *  Tax is rounded for each line, so its preview must be asked for the very same ones. */
export function chargedLines(lines: Line[]): ChargedLine[] {
  return lines.flatMap(({ title, format, portions }) =>
    portions.flatMap((portion) =>
      listUnitPrices(portion).map(({ quantity, price }) => ({
        name: `${title} (${formatNames[format]})`,
        description: portion.adjustments.length > 0 ? explainPortion(portion).join(" · ") : undefined,
        format,
        quantity,
        unitCents: price,
      })),
    ),
  );
}
