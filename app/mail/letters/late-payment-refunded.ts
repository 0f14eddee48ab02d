import { type Cents, formatCents } from "~/core/money";
import type { Letter } from "../letter";

export type LatePaymentData = { shopName: string; totalCents: Cents; orderUrl: string };

/** PRICING 6: nothing is silent. */
export function latePaymentLetter({ shopName, totalCents, orderUrl }: LatePaymentData): Letter {
  return {
    subject: "Your payment is being refunded",
    title: "Your payment is being refunded",
    parts: [
      {
        kind: "text",
        text: `Your payment of ${formatCents(totalCents)} at ${shopName} reached us after the time for which your units were held, and they have been sold to somebody else. We are refunding the whole amount to your card; banks take up to ten days.`,
      },
      { kind: "text", text: "We are sorry. You may order again at the price that the shop shows now." },
      { kind: "button", lead: "The details are here:", label: "Open your order", url: orderUrl },
    ],
    reason: "You get this because you paid for an order with us.",
  };
}
