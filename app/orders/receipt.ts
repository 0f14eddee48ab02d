import { type Format, formatNames } from "~/catalog/formats";
import { formatCents } from "~/core/money";

type Portion = { quantity: number; unitPriceCents: number; totalCents: number };
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
    portions.map(
      ({ quantity, unitPriceCents, totalCents }) =>
        `${quantity} x ${title} (${formatNames[format]}) at ${formatCents(unitPriceCents)}: ${formatCents(totalCents)}`,
    ),
  );
  const text = [
    `Thank you for your order ${order.number} at ${shop.name}.`,
    "",
    ...lines,
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
