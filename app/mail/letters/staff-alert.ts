import { orderName } from "~/shop/order-name";
import type { Letter } from "../letter";

export type StaffAlertData = {
  /** One sentence. */
  what: string;
  order?: { number: number | null; url: string };
};

/** To the shop's own address: something waits for a person. */
export function staffAlertLetter({ what, order }: StaffAlertData): Letter {
  const name = order ? orderName(order.number) : "The shop";
  return {
    subject: `${name} needs somebody`,
    title: `${name} needs somebody`,
    parts: [
      { kind: "text", text: what },
      ...(order
        ? [{ kind: "button" as const, lead: "What is known, and what can be done:", label: "Open it", url: order.url }]
        : []),
    ],
    reason: "The shop writes this to its own address; customers do not get it.",
  };
}
