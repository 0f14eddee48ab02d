import type { RefundId } from "~/core/ids";

type Line = {
  quantity: number;
  /** Copies in each parcel sent. */
  shipped: { quantity: number }[];
  enrollments: { refundId: RefundId | null }[];
};

/** The status of a line's copies; `left` are still to be sent. A refund after a copy was sent counts against the unsent ones.
 *  `readWaiting` has the same rule in SQL. */
export function copiesToSend({ quantity, shipped: parcels, enrollments }: Line) {
  const shipped = parcels.reduce((sum, parcel) => sum + parcel.quantity, 0);
  const refunded = enrollments.filter(({ refundId }) => refundId !== null).length;
  return { shipped, refunded, left: Math.max(0, quantity - refunded - shipped) };
}
