import type { RefundId } from "~/core/ids";

type Line = {
  quantity: number;
  /** Copies in each parcel that left. */
  shipped: { quantity: number }[];
  enrolments: { refundId: RefundId | null }[];
};

/** What became of a line's copies; `left` are still to be sent. A refund after a copy went out counts against those that did
 *  not. `readWaiting` has the same rule for the database. */
export function copiesToSend({ quantity, shipped: parcels, enrolments }: Line) {
  const shipped = parcels.reduce((sum, parcel) => sum + parcel.quantity, 0);
  const refunded = enrolments.filter(({ refundId }) => refundId !== null).length;
  return { shipped, refunded, left: Math.max(0, quantity - refunded - shipped) };
}
