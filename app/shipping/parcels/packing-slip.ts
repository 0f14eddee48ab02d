import type { BookLine } from "./books.server";

export type PackedLine = { title: string; isbn: string | null; copies: number; note: string };

/** What lies in the parcel: the copies of a shipment that left (`sent`, by order line), else what is left to send, else (a slip
 *  printed again when all is gone) everything that was not given back. */
export function packedLines(books: BookLine[], sent?: Record<string, number>): PackedLine[] {
  const isLeft = books.some(({ left }) => left > 0);
  return books.flatMap((book) => {
    const { orderLineId, title, isbn, bought, refunded, shipped, left } = book;
    const kept = bought - refunded;
    const copies = sent ? (sent[orderLineId] ?? 0) : isLeft ? left : kept;
    if (copies === 0) return [];
    const elsewhere = sent || !isLeft ? kept - copies : shipped;
    return { title, isbn, copies, note: elsewhere > 0 ? `${elsewhere} more in another parcel` : "" };
  });
}
