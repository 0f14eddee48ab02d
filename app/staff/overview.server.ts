import { readCatalog } from "~/catalog/catalog.server";
import { dayIn, daysBetween } from "~/core/dates";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { readBooks } from "./books.server";
import { readSales } from "./sales.server";

/** How long before an approval's end staff are told: about what a renewal takes. */
const approvalNoticeDays = 60;

/** What wants a person's attention today. */
export async function readOverview() {
  const [{ timeZone, sales }, books, catalog, attention] = await Promise.all([
    readSales(),
    readBooks(),
    readCatalog(),
    db().order.findMany({
      where: { state: "attention" },
      orderBy: { createdAt: "asc" },
      take: 50,
      select: {
        id: true,
        number: true,
        email: true,
        totalCents: true,
        createdAt: true,
        events: { orderBy: { at: "desc" }, take: 1, select: { cause: true, detail: true } },
      },
    }),
  ]);
  const today = dayIn(now(), timeZone);
  return {
    timeZone,
    attention: attention.map(({ events: [event], ...order }) => ({
      ...order,
      why: event?.detail ?? event?.cause ?? "",
    })),
    sales: sales.filter(({ state }) => state === "running" || state === "sold out"),
    emptyShelves: books.filter(({ copiesLeft, isRetired }) => copiesLeft === 0 && !isRetired),
    approvals: catalog.courses
      .map(({ slug, title, approval: { referenceNumber, endsOn } }) => {
        return { slug, title, referenceNumber, endsOn, daysLeft: daysBetween(today, endsOn) };
      })
      .filter(({ daysLeft }) => daysLeft <= approvalNoticeDays)
      .sort((a, b) => a.daysLeft - b.daysLeft),
  };
}
export type Overview = Awaited<ReturnType<typeof readOverview>>;
