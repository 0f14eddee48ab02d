import { type Format, formatNames } from "~/catalog/formats";
import { formatCents } from "~/core/money";
import { explainPortion, unitPrices } from "~/promotions/explain";
import type { Portion } from "~/promotions/priced-cart";
import { savingsOf } from "~/promotions/savings";

type ReceiptOrder = {
  number: number | null;
  itemsCents: number;
  shippingCents: number;
  totalCents: number;
  lines: { title: string; format: Format; portions: Portion[] }[];
};

/** The words of a receipt, line by line, from the order's snapshot. */
export function receiptText(
  order: ReceiptOrder,
  shop: { name: string },
  orderUrl: string,
): { subject: string; text: string } {
  const lines = order.lines.flatMap(({ title, format, portions }) =>
    portions.flatMap((portion) => [
      `${portion.quantity} x ${title} (${formatNames[format]}) ${pricesOf(portion)}: ${formatCents(portion.total)}`,
      ...(portion.adjustments.length > 0 ? [`    ${explainPortion(portion).join(", ")}`] : []),
    ]),
  );
  const text = [
    `Thank you for your order ${order.number} at ${shop.name}.`,
    "",
    ...lines,
    "",
    ...savingLines(order),
    ...(order.shippingCents > 0 ? [`Mailing: ${formatCents(order.shippingCents)}`] : []),
    `Total paid: ${formatCents(order.totalCents)}`,
    "No tax was charged.",
    "",
    "Read, take the post-tests and get your certificates here. Keep this link; whoever has it can open your order:",
    orderUrl,
    "",
  ].join("\n");
  return { subject: `Your order ${order.number}`, text };
}

/** "at $99.50"; where the total does not divide "at $6.67 (2) and $6.66 (1)". */
function pricesOf(portion: Portion): string {
  const prices = unitPrices(portion);
  const words = prices.map(({ quantity, price }) =>
    prices.length > 1 ? `${formatCents(price)} (${quantity})` : formatCents(price),
  );
  return `at ${words.join(" and ")}`;
}

function savingLines({ lines, itemsCents }: ReceiptOrder): string[] {
  const savings = savingsOf(lines.flatMap(({ portions }) => portions));
  if (savings.length === 0) return [];
  const regular = savings.reduce((sum, { amount }) => sum + amount, itemsCents);
  return [
    `Regular prices: ${formatCents(regular)}`,
    ...savings.map(({ label, amount }) => `${label}: −${formatCents(amount)}`),
  ];
}

/** PRICING 6: nothing is silent. */
export function latePaymentText(
  order: Pick<ReceiptOrder, "totalCents">,
  shop: { name: string },
  orderUrl: string,
): { subject: string; text: string } {
  return {
    subject: "Your payment is being refunded",
    text: [
      `Your payment of ${formatCents(order.totalCents)} at ${shop.name} reached us after the time for which your units were`,
      "held, and they have been sold to somebody else. We are refunding the whole amount to your card; banks take up to ten days.",
      "",
      "The details are here:",
      orderUrl,
      "",
    ].join("\n"),
  };
}
