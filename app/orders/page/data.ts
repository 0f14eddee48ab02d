import { viewPortion } from "~/cart/view-portion";
import { type Format, formatNames, isMailed } from "~/catalog/read/formats";
import { dayIn } from "~/core/dates";
import type { OrderLineId } from "~/core/ids";
import { type Cents, sumCents } from "~/core/money";
import type { Portion } from "~/promotions/pricing/priced-cart";
import { listSavings } from "~/promotions/pricing/savings";
import { addressLines } from "~/shipping/address";
import { chargedMailing } from "~/shipping/mailing";
import type { OrderState } from "../order-state";
import { acceptedAsPaid } from "../receipt";

type Source = {
  number: number | null;
  state: OrderState;
  email: string;
  createdAt: Date;
  paidAt: Date | null;
  endsAt: Date;
  itemsCents: Cents;
  shippingCents: Cents;
  taxCents: Cents;
  totalCents: Cents;
  receivedCents: Cents;
  refundedCents: Cents;
  stripeSessionUrl: string | null;
  shippingAddress: unknown;
  shippingZone: string | null;
  lines: { id: OrderLineId; title: string; format: Format; totalCents: Cents; portions: Portion[] }[];
};

/** The order page's data, from the order's snapshot. Amounts are cents. `linkEndsAt`: of the link that opened it; undefined in the
 *  account. */
export function viewOrder(order: Source, timeZone: string, at: Date, linkEndsAt?: Date) {
  const all = order.lines.flatMap(({ portions }) => portions);
  const isOpen = order.state === "awaiting_payment" && at < order.endsAt;
  return {
    number: order.number,
    state: order.state,
    isOpen,
    email: order.email,
    orderedOn: dayIn(order.paidAt ?? order.createdAt, timeZone),
    heldUntil: order.endsAt.toISOString(),
    timeZone,
    linkEndsOn: linkEndsAt && dayIn(linkEndsAt, timeZone),
    /** The payment page of an open order. */
    payment: isOpen ? order.stripeSessionUrl : null,
    regularItems: sumCents(all.map(({ regular }) => regular)),
    savings: [
      ...listSavings(all),
      ...acceptedAsPaid(order.lines, order.itemsCents).map((saving) => ({ promotionId: "" as const, ...saving })),
    ],
    mailing: order.lines.some(({ format }) => isMailed(format))
      ? chargedMailing(order.shippingCents, order.shippingZone)
      : undefined,
    tax: order.taxCents,
    total: order.totalCents,
    receivedCents: order.receivedCents,
    refundedCents: order.refundedCents,
    address: addressLines(order.shippingAddress),
    lines: order.lines.map(({ id, title, format, totalCents, portions }) => ({
      id,
      title,
      formatName: formatNames[format],
      total: totalCents,
      portions: portions.map(viewPortion),
    })),
  };
}
export type OrderView = ReturnType<typeof viewOrder>;
