import { type Day, formatDay } from "~/core/dates";
import { withoutLinks } from "~/core/typed-links";
import type { Item, Letter } from "../render/letter";

export type ShippedData = {
  orderNumber: number;
  items: Item[];
  shippedOn: Day;
  carrier: string;
  trackingNumber?: string;
  /** The carrier's tracking page. */
  trackingUrl?: string;
  address: string[];
  /** Whether copies of the order remain to be mailed. */
  isMoreToCome: boolean;
  orderUrl: string;
};

export function shippedLetter(data: ShippedData): Letter {
  const { orderNumber, items, shippedOn, carrier, trackingNumber, trackingUrl, address, isMoreToCome, orderUrl } = data;
  return {
    subject: `Your order ${orderNumber} is on its way`,
    title: "Your books are on their way",
    parts: [
      { kind: "text", text: `We mailed this parcel from order ${orderNumber} on ${formatDay(shippedOn)}:` },
      { kind: "items", items },
      {
        kind: "facts",
        rows: [
          ...(carrier === "Other" ? [] : [{ label: "Carrier", lines: [carrier] }]),
          ...(trackingNumber ? [{ label: "Tracking number", lines: [trackingNumber] }] : []),
          ...(address.length > 0 ? [{ label: "Mailed to", lines: address.map(withoutLinks) }] : []),
        ],
      },
      ...(trackingUrl ? [{ kind: "button" as const, label: `Track it with ${carrier}`, url: trackingUrl }] : []),
      ...(isMoreToCome
        ? [{ kind: "text" as const, text: "The rest of your order will come in a separate parcel." }]
        : []),
      {
        kind: "button",
        lead: "You don’t have to wait for the book: your post-tests are open now.",
        label: "View your order",
        url: orderUrl,
      },
    ],
    reason: "You’re getting this because we mailed one of your orders.",
  };
}
