import { z } from "zod";
import { optionalDay, pageNumber, searchText } from "~/core/list-query";
import { orderStates } from "~/orders/order-state";

/** The filters of the order list. A shared link always opens: unknown values are ignored. */
export const OrdersQuery = z.object({
  q: searchText,
  state: z.enum(orderStates).optional().catch(undefined),
  /** The first and last day, in the store's time zone, on which checkout started. */
  from: optionalDay,
  until: optionalDay,
  page: pageNumber,
});
export type OrdersQuery = z.infer<typeof OrdersQuery>;

/** An order number as people write it: "1042", "#1042", "No. 1042"; otherwise undefined. */
export function orderNumberIn(text: string): number | undefined {
  const match = /^(?:#|no\.?)?\s*(\d{1,9})$/i.exec(text.trim());
  return match ? Number(match[1]) : undefined;
}

/** The last four digits of a card as people write them: "4242", "Visa 4242", "**** 4242", "ending in 4242". */
export function cardDigitsIn(text: string): string | undefined {
  return /^(?:[a-z][a-z .]*)?[\s*•.…x-]*(\d{4})$/i.exec(text.trim())?.[1];
}

/** Whether the text is a Stripe id: a session, payment, charge, refund or dispute. */
export function isStripeId(text: string): boolean {
  return /^(cs|pi|ch|py|re|pyr|dp|du)_\w{4,250}$/.test(text);
}
