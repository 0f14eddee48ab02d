import { approvalState } from "~/catalog/read/approval-state";
import { readCatalog } from "~/catalog/read/catalog.server";
import { dayIn } from "~/core/dates";
import type { Json } from "~/core/json";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { readPromotionList } from "~/promotions/desk/promotions.server";
import { readBooks } from "~/stock/desk/books.server";
import { deskTasks } from "./tasks";
import { readWaiting } from "./tasks.server";

/** What needs staff attention today. */
export async function readOverview() {
  const [{ timeZone, promotions }, books, catalog, waiting, attention] = await Promise.all([
    readPromotionList(),
    readBooks(),
    readCatalog(),
    readWaiting(),
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
  const renewals = await db().approval.findMany({ where: { startsOn: { gt: today } }, select: { courseId: true } });
  const renewed = new Set(renewals.map(({ courseId }) => courseId));
  return {
    timeZone,
    attention: attention.map(({ events: [event], ...order }) => ({
      ...order,
      why: event?.detail ?? event?.cause ?? "",
    })),
    tasks: deskTasks(waiting, timeZone),
    promotions: promotions.filter(({ state }) => ["running", "sold out", "used up"].includes(state)),
    emptyShelves: books.filter(({ copiesLeft, isRetired }) => copiesLeft === 0 && !isRetired),
    /** Without approvals whose renewal is already recorded. */
    approvals: catalog.courses
      .filter(({ id }) => !renewed.has(id))
      .map(({ slug, title, approval }) => {
        const { referenceNumber, endsOn } = approval;
        return { slug, title, referenceNumber, endsOn, ...approvalState(approval, today) };
      })
      .filter(({ state }) => state === "ends-soon" || state === "ended")
      .sort((a, b) => a.daysLeft - b.daysLeft),
  };
}
export type Overview = Json<Awaited<ReturnType<typeof readOverview>>>;
