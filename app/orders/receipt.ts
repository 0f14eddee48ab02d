import { type Format, formatNames } from "~/catalog/read/formats";
import { type Cents, cents, formatCents, sumCents } from "~/core/money";
import { explainPortion, unitPrices } from "~/promotions/explain";
import type { Portion } from "~/promotions/priced-cart";
import { type Saving, savingsOf } from "~/promotions/savings";

type OrderLine = { title: string; format: Format; portions: Portion[] };

export type ReceiptItem = {
  quantity: number;
  title: string;
  formatName: string;
  /** "at $99.50"; "at $6.67 (2) and $6.66 (1)" if the total does not divide evenly. */
  prices: string;
  /** "List $129.00, limited sale −$29.50"; absent without savings. */
  explanation?: string;
  amount: string;
};

/** What was bought, from the order's snapshot. Units with the same price are one item. */
export function receiptItems(lines: OrderLine[]): ReceiptItem[] {
  return lines.flatMap(({ title, format, portions }) =>
    portions.map((portion) => ({
      quantity: portion.quantity,
      title,
      formatName: formatNames[format],
      prices: pricesOf(portion),
      explanation: portion.adjustments.length > 0 ? explainPortion(portion).join(", ") : undefined,
      amount: formatCents(portion.total),
    })),
  );
}

function pricesOf(portion: Portion): string {
  const prices = unitPrices(portion);
  const words = prices.map(({ quantity, price }) =>
    prices.length > 1 ? `${formatCents(price)} (${quantity})` : formatCents(price),
  );
  return `at ${words.join(" and ")}`;
}

type Figures = {
  itemsCents: Cents;
  shippingCents: Cents;
  taxCents: Cents;
  totalCents: Cents;
  lines: OrderLine[];
};

export type ReceiptRow = { label: string; amount: string };

/** From the regular prices to the total paid, which is the last row. */
export function receiptRows({ lines, itemsCents, shippingCents, taxCents, totalCents }: Figures): ReceiptRow[] {
  return [
    ...savingRows(lines, itemsCents),
    ...(shippingCents > 0 ? [{ label: "Mailing", amount: formatCents(shippingCents) }] : []),
    ...(taxCents > 0 ? [{ label: "Sales tax", amount: formatCents(taxCents) }] : []),
    { label: "Total paid", amount: formatCents(totalCents) },
  ];
}

function savingRows(lines: OrderLine[], itemsCents: Cents): ReceiptRow[] {
  const savings = savingsOf(lines.flatMap(({ portions }) => portions));
  const accepted = acceptedAsPaid(lines, itemsCents);
  if (savings.length === 0 && accepted.length === 0) return [];
  const regular = sumCents([itemsCents, ...[...savings, ...accepted].map(({ amount }) => amount)]);
  return [
    { label: "Regular prices", amount: formatCents(regular) },
    ...[...savings, ...accepted].map(({ label, amount }) => ({
      label,
      amount: amount < 0 ? formatCents(-amount) : `−${formatCents(amount)}`,
    })),
  ];
}

/** The difference when staff accepted a payment of another amount: positive if the shop received less than the prices. */
export function acceptedAsPaid(
  lines: Pick<OrderLine, "portions">[],
  itemsCents: number,
): Omit<Saving, "promotionId">[] {
  const price = sumCents(lines.flatMap(({ portions }) => portions.map(({ total }) => total)));
  return price === itemsCents ? [] : [{ label: "Accepted as paid", amount: cents(price - itemsCents) }];
}
