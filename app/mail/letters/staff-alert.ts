import { orderName } from "~/shop/order-name";
import type { Letter } from "../render/letter";

export type StaffAlertData = {
  /** One sentence. */
  what: string;
  order?: { number: number | null; url: string };
};

/** To the shop's own address: something needs a person. */
export function staffAlertLetter({ what, order }: StaffAlertData): Letter {
  const name = order ? orderName(order.number) : "The shop";
  return {
    subject: `${name} needs attention`,
    title: `${name} needs attention`,
    parts: [
      { kind: "text", text: what },
      ...(order
        ? [{ kind: "button" as const, lead: "Status and next steps:", label: "See details", url: order.url }]
        : []),
    ],
    reason: "The shop sends this to its own address. Customers don’t get it.",
  };
}
