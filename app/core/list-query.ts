import { z } from "zod";
import { orderStates } from "~/orders/order-state";
import { addDays, type Day, fromLocalField } from "./dates";

const page = z.coerce.number().int().min(1).max(100_000).catch(1);

/** What somebody looks for. PostgreSQL takes no text with a NUL, and nobody means one: control characters fall away. */
const sought = z
  .string()
  .transform((text) =>
    text
      .normalize("NFC")
      .replace(/\p{Cc}+/gu, " ")
      .trim(),
  )
  .pipe(z.string().max(200))
  .catch("");

const day = z.iso.date().optional().catch(undefined);

/** What the list of orders is filtered by. A shared link always opens: what is unknown falls away. */
export const OrdersQuery = z.object({
  q: sought,
  state: z.enum(orderStates).optional().catch(undefined),
  /** The first and the last of the store's own days on which checkout began. */
  from: day,
  until: day,
  page,
});
export type OrdersQuery = z.infer<typeof OrdersQuery>;

/** `subject` is a whole subject ("promotion:iv-therapeutics-sale") or its beginning ("promotion:"). */
export const AuditQuery = z.object({ subject: sought, page });
export type AuditQuery = z.infer<typeof AuditQuery>;

export const ParcelsQuery = z.object({ page });
export type ParcelsQuery = z.infer<typeof ParcelsQuery>;

/** What the list of refund requests is filtered by: those that wait, unless told otherwise. The filter's own word for all is none. */
export const RefundRequestsQuery = z.object({
  state: z
    .enum(["", "open", "granted", "declined", "all"])
    .catch("open")
    .transform((state) => state || "all"),
  page,
});
export type RefundRequestsQuery = z.infer<typeof RefundRequestsQuery>;

/** An order number as people write it: "1042", "#1042", "No. 1042"; undefined where the text is none. */
export function orderNumberIn(text: string): number | undefined {
  const match = /^(?:#|no\.?)?\s*(\d{1,9})$/i.exec(text.trim());
  return match ? Number(match[1]) : undefined;
}

/** The last four digits of a card as people write them: "4242", "Visa 4242", "**** 4242", "ending in 4242". */
export function cardDigitsIn(text: string): string | undefined {
  return /^(?:[a-z][a-z .]*)?[\s*•.…x-]*(\d{4})$/i.exec(text.trim())?.[1];
}

/** Whether the text is an id of Stripe's: a session, payment, charge, refund or dispute. */
export function isStripeId(text: string): boolean {
  return /^(cs|pi|ch|py|re|pyr|dp|du)_\w{4,250}$/.test(text);
}

/** The instants from the beginning of the first day to the end of the last one, in the store's zone. */
export function instantsOf({ from, until }: { from?: Day; until?: Day }, timeZone: string): { gte?: Date; lt?: Date } {
  const startOf = (date: Day) => fromLocalField(`${date}T00:00`, timeZone);
  return { gte: from ? startOf(from) : undefined, lt: until ? startOf(addDays(until, 1)) : undefined };
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
