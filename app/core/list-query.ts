import { z } from "zod";
import { addDays, type Day, fromLocalField } from "./dates";

export const pageNumber = z.coerce.number().int().min(1).max(100_000).catch(1);

/** Search text without control characters: PostgreSQL rejects NUL. */
export const searchText = z
  .string()
  .transform((text) =>
    text
      .normalize("NFC")
      .replace(/\p{Cc}+/gu, " ")
      .trim(),
  )
  .pipe(z.string().max(200))
  .catch("");

/** A day in a filter; an invalid one is ignored. */
export const optionalDay = z.iso.date().optional().catch(undefined);

/** From the start of the first day to the end of the last, in the store's time zone. */
export function boundsOfDays(
  { from, until }: { from?: Day; until?: Day },
  timeZone: string,
): { gte?: Date; lt?: Date } {
  const startOf = (date: Day) => fromLocalField(`${date}T00:00`, timeZone);
  return { gte: from ? startOf(from) : undefined, lt: until ? startOf(addDays(until, 1)) : undefined };
}

/** Spellings of a name: as typed, lowercase, uppercase, and title case. */
export function caseVariants(text: string): string[] {
  const small = text.toLowerCase();
  const titled = small.replace(/(^|[^\p{L}\p{M}])(\p{L})/gu, (_, before, letter) => before + letter.toUpperCase());
  return [...new Set([text, small, text.toUpperCase(), titled])];
}

/** Number of pages; an empty list has one. */
export function countPages(rows: number, perPage: number): number {
  return Math.max(1, Math.ceil(rows / perPage));
}

export function queryOf(request: Request): Record<string, string> {
  return Object.fromEntries(new URL(request.url).searchParams);
}
