import { type Day, dayIn } from "~/core/dates";
import type { CourseFormatId, CourseId } from "~/core/ids";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { readShop } from "~/shop/shop.server";
import { currentApproval } from "./approval-state";
import { Course } from "./course";
import { formats } from "./formats";

export type Catalog = {
  revision: number;
  /** Published courses by title. */
  courses: Course[];
  bySlug: Map<string, Course>;
  byId: Map<CourseId, Course>;
  /** The course that a format belongs to. */
  byFormat: Map<CourseFormatId, Course>;
};

let snapshot: Promise<Catalog> | undefined;
let snapshotOf = "";

/** All published courses, in memory; read again when somebody changed the catalog (`Shop.catalogRevision`), and on a new
 *  day of the shop, when another approval may be in force. Figures that move by themselves (units left, sale prices) are
 *  never in it. */
export async function readCatalog(at = now()): Promise<Catalog> {
  const { catalogRevision, timeZone } = await readShop();
  const today = dayIn(at, timeZone);
  const wanted = `${catalogRevision} ${today}`;
  if (!snapshot || snapshotOf !== wanted) {
    snapshotOf = wanted;
    snapshot = load(catalogRevision, today);
    // A failed read is not kept: the next visitor tries again.
    snapshot.catch(() => {
      snapshot = undefined;
    });
  }
  return snapshot;
}

async function load(catalogRevision: number, today: Day): Promise<Catalog> {
  const rows = await db().course.findMany({
    where: { status: "published" },
    orderBy: { title: "asc" },
    include: {
      disciplines: true,
      formats: true,
      approvals: { orderBy: { referenceNumber: "asc" }, include: { distributions: true } },
      postTests: { select: { id: true }, take: 1 },
    },
  });
  const courses = rows.flatMap(({ approvals, postTests, readingText, ...row }) => {
    const approval = currentApproval(approvals, today);
    if (!approval) return [];
    return Course.parse({
      ...row,
      isComplete: readingText !== null && postTests.length > 0,
      disciplines: row.disciplines.map(({ discipline }) => discipline),
      approval: {
        ...approval,
        credits: approval.creditsHundredths,
        distributions: groupDistributions(approval.distributions),
      },
      formats: row.formats
        .map(({ priceCents, ...format }) => ({ ...format, price: priceCents }))
        .sort((a, b) => formats.indexOf(a.format) - formats.indexOf(b.format)),
    });
  });
  return {
    revision: catalogRevision,
    courses,
    bySlug: new Map(courses.map((course) => [course.slug, course])),
    byId: new Map(courses.map((course) => [course.id, course])),
    byFormat: new Map(courses.flatMap((course) => course.formats.map((format) => [format.id, course]))),
  };
}

type DistributionRow = { discipline: string; specification: string; subcategory: string; creditsHundredths: number };

/** Rows of an approval, one group for each discipline and content specification. */
export function groupDistributions(rows: DistributionRow[]) {
  const groups = new Map<string, { discipline: string; specification: string; credits: Map<string, number> }>();
  for (const { discipline, specification, subcategory, creditsHundredths } of rows) {
    const key = `${discipline} ${specification}`;
    const group = groups.get(key) ?? { discipline, specification, credits: new Map() };
    group.credits.set(subcategory, creditsHundredths);
    groups.set(key, group);
  }
  return [...groups.values()];
}
