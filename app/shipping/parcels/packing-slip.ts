import type { BookLine } from "./books.server";

export type PackedLine = { title: string; isbn: string | null; copies: number; note: string };

/** A parcel's contents: the copies of a past shipment (`sent`, by order line), else what is left to send, else (for a reprint when
 *  all is sent) everything not refunded. */
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
