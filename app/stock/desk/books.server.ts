import type { CourseFormatId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { readUnitsLeft } from "../units-left.server";

/** Every printed book with its stock, fewest copies first. */
export async function readBooks() {
  const rows = await db().courseFormat.findMany({
    where: { stockId: { not: null } },
    select: {
      id: true,
      isbn: true,
      priceCents: true,
      stockId: true,
      course: { select: { title: true, status: true } },
    },
  });
  const stockIds = rows.flatMap(({ stockId }) => stockId ?? []);
  const [left, sold] = await Promise.all([
    readUnitsLeft(stockIds),
    db().stockHold.groupBy({
      by: ["stockId"],
      where: { stockId: { in: stockIds }, state: "sold" },
      _sum: { units: true },
    }),
  ]);
  const soldOf = new Map(sold.map(({ stockId, _sum }) => [stockId, _sum.units ?? 0]));
  return rows
    .map(({ id, isbn, priceCents, stockId, course }) => ({
      id,
      title: course.title,
      isRetired: course.status === "retired",
      isbn,
      priceCents,
      copiesLeft: left.get(stockId ?? "") ?? 0,
      sold: soldOf.get(stockId ?? "") ?? 0,
    }))
    .sort((a, b) => a.copiesLeft - b.copiesLeft || a.title.localeCompare(b.title, "en"));
}
export type BookRow = Awaited<ReturnType<typeof readBooks>>[number];

/** One book. Throws a 404 if this format is not mailed. */
export async function readBook(courseFormatId: CourseFormatId): Promise<BookRow> {
  const book = (await readBooks()).find(({ id }) => id === courseFormatId);
  if (!book) throw new Response("We couldn’t find this book.", { status: 404 });
  return book;
}
