import { type Day, formatDay } from "~/core/dates";
import type { Item, Letter } from "../letter";

export type ShippedData = {
  orderNumber: number;
  items: Item[];
  shippedOn: Day;
  carrier: string;
  trackingNumber?: string;
  /** The carrier's page about the parcel. */
  trackingUrl?: string;
  address: string[];
  /** Whether copies of the order are still to be mailed. */
  isMoreToCome: boolean;
  orderUrl: string;
};

export function shippedLetter(data: ShippedData): Letter {
  const { orderNumber, items, shippedOn, carrier, trackingNumber, trackingUrl, address, isMoreToCome, orderUrl } = data;
  return {
    subject: `Your order ${orderNumber} is on its way`,
    title: "Your books are on their way",
    parts: [
      { kind: "text", text: `We mailed this parcel of your order ${orderNumber} on ${formatDay(shippedOn)}:` },
      { kind: "items", items },
      {
        kind: "facts",
        rows: [
          ...(carrier === "Other" ? [] : [{ label: "Carrier", lines: [carrier] }]),
          ...(trackingNumber ? [{ label: "Tracking number", lines: [trackingNumber] }] : []),
          ...(address.length > 0 ? [{ label: "Mailed to", lines: address }] : []),
        ],
      },
      ...(trackingUrl ? [{ kind: "button" as const, label: `Follow it at ${carrier}`, url: trackingUrl }] : []),
      ...(isMoreToCome
        ? [{ kind: "text" as const, text: "The rest of your order follows in a parcel of its own." }]
        : []),
      {
        kind: "button",
        lead: "You need not wait for the book to begin: the post-tests are open here.",
        label: "Open your order",
        url: orderUrl,
      },
    ],
    reason: "You get this because we mailed an order of yours.",
  };
}
