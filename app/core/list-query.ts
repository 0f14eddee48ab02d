import { z } from "zod";
import { addDays, type Day, fromLocalField } from "./dates";

export const pageNumber = z.coerce.number().int().min(1).max(100_000).catch(1);

/** What somebody looks for. PostgreSQL takes no text with a NUL, and nobody means one: control characters fall away. */
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

/** A day in a filter; what is no day falls away. */
export const optionalDay = z.iso.date().optional().catch(undefined);

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
