import { expect, test } from "vitest";
import { disciplineCodes } from "~/catalog/read/disciplines";
import { dayIn } from "~/core/dates";
import { db } from "~/platform/db/client.server";
import { readShop } from "~/shop/shop.server";
import { readListing, readListingIndex } from "./listings.server";

/** The same figures by another way: summed by the database from the rows themselves. */
async function sumBySubcategory(today: string) {
  const rows = await db().$queryRaw<
    { discipline: string; specification: string; subcategory: string; hundredths: number | bigint }[]
  >`SELECT given."discipline", given."specification", given."subcategory", SUM(given."creditsHundredths") AS hundredths
     FROM "CreditDistribution" given
     JOIN "Approval" approval ON approval."id" = given."approvalId"
     JOIN "Course" course ON course."id" = approval."courseId"
     WHERE course."status" = 'published' AND approval."startsOn" <= ${today} AND approval."endsOn" >= ${today}
       AND NOT EXISTS (SELECT 1 FROM "Approval" newer WHERE newer."courseId" = course."id"
         AND newer."startsOn" <= ${today} AND newer."endsOn" > approval."endsOn")
     GROUP BY given."discipline", given."specification", given."subcategory"`;
  return rows.map(({ hundredths, ...row }) => ({ ...row, hundredths: Number(hundredths) }));
}

async function sumOfCourses(discipline: string, today: string) {
  const [row] = await db().$queryRaw<
    { courses: bigint; hundredths: bigint; plus: bigint }[]
  >`SELECT COUNT(*) AS courses, SUM(approval."creditsHundredths") AS hundredths,
       SUM(CASE WHEN approval."category" = 'A+' THEN approval."creditsHundredths" ELSE 0 END) AS plus
     FROM "Approval" approval
     JOIN "CourseDiscipline" serves ON serves."courseId" = approval."courseId"
     WHERE serves."discipline" = ${discipline} AND approval."startsOn" <= ${today} AND approval."endsOn" >= ${today}`;
  return { courses: Number(row?.courses), hundredths: Number(row?.hundredths), plus: Number(row?.plus) };
}

async function today() {
  return dayIn(new Date(), (await readShop()).timeZone);
}

test("the listings' totals are those that the database adds up, category by category and version by version", async () => {
  const day = await today();
  const sums = await sumBySubcategory(day);
  const shown: typeof sums = [];
  for (const code of disciplineCodes) {
    const { listing } = await readListing(code, "cqr");
    for (const { version, columns, totals } of listing.sections) {
      columns.forEach((column, at) => {
        const hundredths = totals.byColumn[at] ?? 0;
        if (version && hundredths > 0)
          shown.push({
            discipline: code,
            specification: version.effectiveFrom,
            subcategory: column.code,
            hundredths,
          });
      });
    }
    const majors = (await readListing(code, "structured-education")).listing.sections;
    for (const { version, columns, totals } of majors) {
      columns.forEach((column, at) => {
        const expected = sums.filter(
          (sum) =>
            sum.discipline === code &&
            sum.specification === version?.effectiveFrom &&
            sum.subcategory.slice(0, 2) === column.code,
        );
        expect(totals.byColumn[at]).toBe(expected.reduce((total, { hundredths }) => total + hundredths, 0));
      });
    }
  }
  const key = ({ discipline, specification, subcategory }: (typeof sums)[number]) =>
    `${discipline} ${specification} ${subcategory}`;
  const sorted = (rows: typeof sums) => rows.toSorted((a, b) => key(a).localeCompare(key(b)));
  expect(sorted(shown)).toEqual(sorted(sums));
});

test("R.R.A. adds up to the database's total, and its part of category A+", async () => {
  const { courses, hundredths, plus } = await sumOfCourses("RRA", await today());
  const { listing } = await readListing("RRA", "structured-education");
  expect(listing.sections).toHaveLength(1);
  expect(listing.sections[0]?.rows).toHaveLength(courses);
  expect(listing.sections[0]?.totals).toMatchObject({ credits: hundredths, aPlus: plus });
});

test("the index shows the figures of the listings that it leads to", async () => {
  const { entries } = (await readListingIndex()).index;
  expect(entries.map(({ code }) => code)).toEqual([...disciplineCodes]);
  for (const entry of entries) {
    const [inForce, ...others] = (await readListing(entry.code, "structured-education")).listing.sections;
    expect(entry.courses).toBe(inForce?.rows.length);
    expect(entry.credits).toBe(inForce?.totals.inDiscipline ?? inForce?.totals.credits);
    expect(entry.underOtherVersions).toBe(others.flatMap(({ rows }) => rows).length);
  }
  expect(entries.find(({ code }) => code === "T")?.byCategory?.filter((amount) => amount === null)).toHaveLength(1);
});

test("the sale's price stands in the listing, and a course whose approval has ended does not", async () => {
  const rows = [];
  for (const code of disciplineCodes)
    for (const { rows: listed } of (await readListing(code, "cqr")).listing.sections) rows.push(...listed);
  const onSale = rows.find(({ slug }) => slug === "iv-therapeutics");
  expect(onSale?.formats.map(({ format, price, saleUnitsLeft }) => [format, price, saleUnitsLeft])).toContainEqual([
    "ebook",
    9950,
    40,
  ]);
  expect(rows.some(({ slug }) => slug === "the-mammography-quality-binder")).toBe(false);
  expect(rows.filter(({ endsSoon }) => endsSoon).map(({ slug }) => slug)).toEqual(["trauma-and-mobile-radiography"]);
});
