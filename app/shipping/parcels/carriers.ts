import { z } from "zod";

export const carriers = ["USPS", "UPS", "FedEx", "Other"] as const;
export type Carrier = (typeof carriers)[number];

/** As printed on the post office receipt: letters and digits, with or without spaces. */
export const TrackingNumber = z
  .string()
  .transform((text) => text.replace(/[\s-]/g, "").toUpperCase())
  .pipe(z.string().regex(/^[A-Z0-9]{6,40}$/, "Enter the tracking number as printed, with letters and digits only."));

const pages: Record<string, (number: string) => string> = {
  USPS: (number) => `https://tools.usps.com/go/TrackConfirmAction?tLabels=${number}`,
  UPS: (number) => `https://www.ups.com/track?tracknum=${number}`,
  FedEx: (number) => `https://www.fedex.com/fedextrack/?trknbr=${number}`,
};

/** The carrier's tracking page; undefined if there is none. */
export function trackingUrl(carrier: string, number: string | null): string | undefined {
  return number && Object.hasOwn(pages, carrier) ? pages[carrier]?.(encodeURIComponent(number)) : undefined;
}
