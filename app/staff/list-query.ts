import { z } from "zod";
import { orderStates } from "~/orders/order-state";
import { promotionStates } from "~/promotions/promotion-state";
import { kindsInOrder } from "./promotion-kinds";

const page = z.coerce.number().int().min(1).max(100_000).catch(1);

/** What the list of orders is filtered by. A shared link always opens: what is unknown falls away. */
export const OrdersQuery = z.object({
  q: z.string().trim().max(200).catch(""),
  state: z.enum(orderStates).optional().catch(undefined),
  page,
});
export type OrdersQuery = z.infer<typeof OrdersQuery>;

/** What the list of promotions is filtered by. */
export const PromotionsQuery = z.object({
  state: z.enum(promotionStates).optional().catch(undefined),
  kind: z.enum(kindsInOrder).optional().catch(undefined),
});
export type PromotionsQuery = z.infer<typeof PromotionsQuery>;

/** `subject` is a whole subject ("promotion:iv-therapeutics-sale") or its beginning ("promotion:"). */
export const AuditQuery = z.object({ subject: z.string().trim().max(200).catch(""), page });
export type AuditQuery = z.infer<typeof AuditQuery>;

export const ParcelsQuery = z.object({ page });
export type ParcelsQuery = z.infer<typeof ParcelsQuery>;

/** An order number as people write it: "1042", "#1042", "No. 1042"; undefined where the text is none. */
export function orderNumberIn(text: string): number | undefined {
  const match = /^(?:#|no\.?)?\s*(\d{1,9})$/i.exec(text.trim());
  return match ? Number(match[1]) : undefined;
}

/** A name as it may be written: as typed, in small letters, in capitals, and with each word's first letter a capital. */
export function casesOf(text: string): string[] {
  const small = text.toLowerCase();
  const titled = small.replace(/(^|[^\p{L}\p{M}])(\p{L})/gu, (_, before, letter) => before + letter.toUpperCase());
  return [...new Set([text, small, text.toUpperCase(), titled])];
}

/** How many pages a list has; an empty one has one. */
export function countPages(rows: number, perPage: number): number {
  return Math.max(1, Math.ceil(rows / perPage));
}

export function queryOf(request: Request): Record<string, string> {
  return Object.fromEntries(new URL(request.url).searchParams);
}
