import { linkDays } from "~/addresses/mailed";
import { type Day, formatDay } from "~/core/dates";
import { withoutLinks } from "~/core/typed-links";
import type { ReceiptItem, ReceiptRow } from "~/orders/receipt";
import type { Letter } from "../render/letter";

export type ReceiptData = {
  shopName: string;
  orderNumber: number;
  items: ReceiptItem[];
  rows: ReceiptRow[];
  isTaxed: boolean;
  paidOn: Day;
  /** "Visa ending in 4242"; undefined if nothing was paid or the card is unknown. */
  card?: string;
  /** Address lines; empty if nothing is mailed. */
  address: string[];
  orderUrl: string;
};

/** From the order's snapshot: what was bought, why it cost that, and how it was paid. */
export function receiptLetter(data: ReceiptData): Letter {
  const { shopName, orderNumber, items, rows, isTaxed, paidOn, card, address, orderUrl } = data;
  return {
    subject: `Your order ${orderNumber}`,
    title: `Thank you for your order ${orderNumber}`,
    parts: [
      { kind: "text", text: `This is your receipt from ${shopName}.` },
      { kind: "items", items },
      { kind: "totals", rows },
      ...(isTaxed ? [] : [{ kind: "text" as const, text: "No tax was charged." }]),
      {
        kind: "facts",
        rows: [
          { label: "Paid on", lines: [formatDay(paidOn)] },
          ...(card ? [{ label: "Paid with", lines: [card] }] : []),
          ...(address.length > 0 ? [{ label: "Mailed to", lines: address.map(withoutLinks) }] : []),
        ],
      },
      {
        kind: "button",
        lead: `Read your courses, take the post-tests, and get your certificates here. Keep this link private; anyone who has it can open your order. It works for ${linkDays.order} days; after that, sign in with your e-mail address:`,
        label: "View your order",
        url: orderUrl,
      },
    ],
    reason: "You’re getting this because you placed an order with us.",
  };
}
