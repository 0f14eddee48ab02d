import { type Cents, formatCents } from "~/core/money";
import type { Letter } from "../render/letter";

export type LatePaymentData = { shopName: string; totalCents: Cents; orderUrl: string };

/** PRICING 6: a refund is never silent. */
export function latePaymentLetter({ shopName, totalCents, orderUrl }: LatePaymentData): Letter {
  return {
    subject: "Your payment is being refunded",
    title: "Your payment is being refunded",
    parts: [
      {
        kind: "text",
        text: `Your payment of ${formatCents(totalCents)} at ${shopName} reached us after your hold ended, and what you ordered has sold out. We’re refunding the full amount to your card. Banks can take up to ten days.`,
      },
      { kind: "text", text: "We’re sorry. You’re welcome to order again at the current price." },
      { kind: "button", lead: "The details are here:", label: "View your order", url: orderUrl },
    ],
    reason: "You’re getting this because you paid for an order with us.",
  };
}
