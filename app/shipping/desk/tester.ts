import { z } from "zod";
import { describeMailing, type Mailing } from "../mailing";
import { stateCode, statesOf } from "../regions";
import { formatWeight } from "../weight";
import { quoteShipping, type Zone } from "../zones";

/** How many books can be combined. */
export const testerRows = 3;

/** The tester's query. A shared link must always open: unknown values are ignored. */
const Line = z.object({ book: z.string(), copies: z.coerce.number().int().min(1).max(999).catch(1) });
export type TesterQuery = { country: string; state: string; lines: z.infer<typeof Line>[] };

export function readTesterQuery(search: URLSearchParams): TesterQuery {
  const copies = search.getAll("copies");
  return {
    country: search.get("country") ?? "US",
    state: (search.get("state") ?? "").slice(0, 100),
    lines: search
      .getAll("book")
      .slice(0, testerRows)
      .map((book, row) => Line.parse({ book, copies: copies[row] })),
  };
}

type Book = { id: string; title: string; grams: number | null };
export type TesterAnswer = { weight: string; mailing: Mailing } | { problem: string };

/** What shipping would cost, by the cart's own rule; undefined if no book was chosen. */
export function testMailing(
  { country, state, lines }: TesterQuery,
  { books, zones, packagingGrams }: { books: Book[]; zones: Zone[]; packagingGrams: number },
): TesterAnswer | undefined {
  const chosen = lines.flatMap(({ book, copies }) => {
    const found = books.find(({ id }) => id === book);
    return found ? { copies, grams: found.grams ?? 0 } : [];
  });
  if (chosen.length === 0) return undefined;
  const code = stateCode(country, state);
  if (state && statesOf(country) && !code) return { problem: `“${state}” isn’t a state or province in that country.` };
  const grams = chosen.reduce((sum, { copies, grams }) => sum + copies * grams, packagingGrams);
  const parts = [...chosen.map(({ copies, grams }) => `${copies} × ${grams} g`), `${packagingGrams} g packaging`];
  return {
    weight: `${parts.join(" + ")} = ${formatWeight(grams)}`,
    mailing: describeMailing(quoteShipping(zones, { country, state: code }, grams), grams),
  };
}
