import type { Format } from "~/catalog/read/formats";
import { type Day, dayIn, formatDay } from "~/core/dates";
import type { OrderId } from "~/core/ids";
import { type Cents, formatCents } from "~/core/money";
import type { Portion } from "~/promotions/pricing/priced-cart";
import { cardText } from "../card-text";
import { type ReceiptItem, type ReceiptRow, receiptItems, receiptRows } from "../receipt";

type Source = {
  id: OrderId;
  number: number;
  email: string;
  certificateName: string;
  paidAt: Date;
  itemsCents: Cents;
  shippingCents: Cents;
  taxCents: Cents;
  totalCents: Cents;
  receivedCents: Cents;
  cardBrand: string | null;
  cardLast4: string | null;
  /** The mailing address as label lines; empty when nothing is mailed. */
  address: string[];
  lines: { title: string; format: Format; portions: Portion[] }[];
  /** Refunds that did not fail, oldest first. */
  refunds: { amountCents: number; at: Date; isDone: boolean }[];
};

type Seller = { name: string; address: string[]; email: string; phone: string; timeZone: string };

/** The contents of an invoice and receipt, from the order's snapshot. */
export type Invoice = {
  number: number;
  paidOn: Day;
  seller: string[];
  buyer: string[];
  mailedTo: string[];
  items: ReceiptItem[];
  /** From the regular prices to the tax. */
  rows: ReceiptRow[];
  total: ReceiptRow;
  howPaid: string;
  /** Refunds so far and the net amount paid; empty without refunds. */
  refunds: ReceiptRow[];
};

export function invoiceOf(order: Source, seller: Seller): Invoice {
  const { timeZone } = seller;
  const rows = receiptRows(order);
  const total = rows.pop();
  if (!total) throw new Error("a receipt has a total");
  const paidOn = dayIn(order.paidAt, timeZone);
  return {
    number: order.number,
    paidOn,
    seller: [seller.name, ...seller.address, seller.email, seller.phone],
    buyer: [order.certificateName, order.email],
    mailedTo: order.address,
    items: receiptItems(order.lines),
    rows: order.taxCents > 0 ? rows : [...rows, { label: "No tax was charged", amount: formatCents(0) }],
    total,
    howPaid: howPaid(order, paidOn),
    refunds: refundRows(order, timeZone),
  };
}

function howPaid(order: Source, paidOn: Day): string {
  if (order.totalCents === 0) return "No payment was due.";
  const card = cardText(order);
  return `Paid ${card ? `with ${card}` : "online"} on ${formatDay(paidOn)}.`;
}

function refundRows({ refunds, receivedCents }: Source, timeZone: string): ReceiptRow[] {
  if (refunds.length === 0) return [];
  const refunded = refunds.reduce((sum, { amountCents }) => sum + amountCents, 0);
  return [
    ...refunds.map(({ amountCents, at, isDone }) => ({
      label: `${isDone ? "Refunded on" : "Refund pending since"} ${formatDay(dayIn(at, timeZone))}`,
      amount: `−${formatCents(amountCents)}`,
    })),
    { label: "Net paid", amount: formatCents(receivedCents - refunded) },
  ];
}
