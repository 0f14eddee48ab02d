import { type Day, formatDay } from "~/core/dates";
import { type Cents, cents, formatCents, sumCents } from "~/core/money";
import { withoutLinks } from "~/core/typed-links";
import type { Letter } from "../render/letter";

export type RefundedData = {
  /** Null if it was never fulfilled. */
  orderNumber: number | null;
  amountCents: Cents;
  itemsCents: Cents;
  shippingCents: Cents;
  taxCents: Cents;
  /** The refunded units, each with its share; empty if an amount was refunded without units. */
  units: { title: string; participant?: string; amountCents: Cents }[];
  refundedOn: Day;
  card?: string;
  isAccessWithdrawn: boolean;
  orderUrl: string;
};

export function refundedLetter(data: RefundedData): Letter {
  const { orderNumber, amountCents, itemsCents, shippingCents, taxCents, units, refundedOn, card, orderUrl } = data;
  const to = card ? `your ${card}` : "your original payment method";
  const refunded = `We refunded ${formatCents(amountCents)} from ${orderNumber === null ? "your order" : `order ${orderNumber}`}`;
  const unnamedCents = cents(itemsCents - sumCents(units.map((unit) => unit.amountCents)));
  return {
    subject: refunded,
    title: `${formatCents(amountCents)} refunded`,
    parts: [
      {
        kind: "text",
        text: `${refunded} to ${to} on ${formatDay(refundedOn)}. Banks can take up to ten days to show it.`,
      },
      {
        kind: "totals",
        rows: [
          ...units.map(({ title, participant, amountCents: share }) => ({
            label: participant ? `${title} (${withoutLinks(participant)})` : title,
            amount: formatCents(share),
          })),
          ...(unnamedCents > 0 ? [{ label: "Items", amount: formatCents(unnamedCents) }] : []),
          ...(shippingCents > 0 ? [{ label: "Shipping", amount: formatCents(shippingCents) }] : []),
          ...(taxCents > 0 ? [{ label: "Sales tax", amount: formatCents(taxCents) }] : []),
          { label: "Refunded", amount: formatCents(amountCents) },
        ],
      },
      ...(data.isAccessWithdrawn
        ? [{ kind: "text" as const, text: "The refunded courses and their post-tests are now closed." }]
        : []),
      { kind: "button", lead: "See your order:", label: "View your order", url: orderUrl },
    ],
    reason: "You’re getting this because we refunded one of your orders.",
  };
}
