import { type Format, isMailed } from "~/catalog/formats";

type Line = {
  format: Format;
  quantity: number;
  shipped: { quantity: number }[];
  enrolments: { refundId: string | null }[];
};

/** Printed books of a paid order that neither left nor were given back. */
export function booksToSend(lines: Line[]): number {
  return lines
    .filter(({ format }) => isMailed(format))
    .map(({ quantity, shipped, enrolments }) => {
      const left = shipped.reduce((sum, parcel) => sum + parcel.quantity, 0);
      return Math.max(0, quantity - left - enrolments.filter(({ refundId }) => refundId !== null).length);
    })
    .reduce((sum, books) => sum + books, 0);
}
