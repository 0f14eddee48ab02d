import fc from "fast-check";
import { expect, test } from "vitest";
import { Course, type Course as CourseType } from "~/catalog/read/course";
import type { CourseOffer } from "~/catalog/read/course-offer";
import { disciplineCodes, disciplines } from "~/catalog/read/disciplines";
import { CourseFormatId, PromotionId, StockId } from "~/core/ids";
import { cents } from "~/core/money";
import { makeListing } from "./listing";
import { purposes } from "./purpose";

const today = "2026-11-24";
const offers: Map<string, CourseOffer> = new Map([
  ["book", { regular: cents(12900), price: cents(9950), sale: sale(12), copiesLeft: 3 }],
  ["ebook", { regular: cents(9900), price: cents(9900) }],
]);

function sale(unitsLeft: number) {
  return {
    promotionId: PromotionId.parse("p"),
    name: "Sale",
    unitsLeft,
    endsAt: "2026-12-24T00:00:00.000Z",
    perCustomer: 2,
    isFeatured: true,
  };
}

type Given = { discipline: string; specification: string; credits: Record<string, number> };

function course(
  title: string,
  distributions: Given[],
  approval: object = {},
  disciplinesServed?: string[],
): CourseType {
  return Course.parse({
    id: title,
    slug: title,
    title,
    subtitle: null,
    summary: "",
    objectives: [],
    authors: [],
    pageCount: 10,
    publishedOn: "2026-01-01",
    isComplete: true,
    disciplines: disciplinesServed ?? [...new Set(distributions.map(({ discipline }) => discipline))],
    approval: {
      id: title,
      approver: "An approver",
      referenceNumber: `REF-${title}`,
      category: "A",
      startsOn: "2025-01-01",
      endsOn: "2028-12-31",
      credits: 1000,
      ...approval,
      distributions: distributions.map((given) => ({ ...given, credits: new Map(Object.entries(given.credits)) })),
    },
    formats: [],
  });
}

const doses = course("Doses", [
  { discipline: "CT", specification: "2017-07-01", credits: { "SA.RSAD": 250, "IP.IF": 50, "IP.IEAA": 25 } },
  { discipline: "R", specification: "2022-01-01", credits: { "SA.RP": 125 } },
]);
const heads = course(
  "Heads",
  [{ discipline: "CT", specification: "2017-07-01", credits: { "PR.HSAM": 600, "PR.NAC": 75 } }],
  { category: "A+", endsOn: "2027-01-15" },
);
const breasts = course("Breasts", [
  { discipline: "BS", specification: "2021-07-01", credits: { "PR.P": 300 } },
  { discipline: "BS", specification: "2026-09-01", credits: { "PR.P": 200, "PC.PIAM": 100 } },
]);

function list(courses: CourseType[], discipline: string, purpose: (typeof purposes)[number] = "structured-education") {
  return makeListing(courses, offers, { discipline: discipline as "CT", purpose, today });
}

test("structured education: a column for each content category, zero if a course has no credits in it", () => {
  const [section] = list([doses, heads], "CT").sections;
  expect(section?.columns.map(({ name }) => name)).toEqual([
    "Patient Care",
    "Safety",
    "Image Production",
    "Procedures",
  ]);
  expect(section?.rows.map(({ title, inDiscipline, byColumn }) => [title, inDiscipline, ...byColumn])).toEqual([
    ["Doses", 325, 0, 250, 75, 0],
    ["Heads", 675, 0, 0, 0, 675],
  ]);
  expect(section?.totals).toEqual({ credits: 2000, aPlus: 1000, inDiscipline: 1000, byColumn: [0, 250, 75, 675] });
});

test("CQR: a column for each subcategory, in the order of its category", () => {
  const [section] = list([doses, heads], "CT", "cqr").sections;
  expect(section?.columns.map(({ code }) => code)).toEqual([
    "PC.PIAM",
    "SA.RSAD",
    "IP.IF",
    "IP.IEAA",
    "PR.HSAM",
    "PR.NAC",
    "PR.AAP",
  ]);
  expect(section?.totals.byColumn).toEqual([0, 250, 50, 25, 600, 75, 0]);
});

test("EDUCATION 14: not always four majors: a category the discipline doesn't have gets no column", () => {
  expect(list([], "M").sections[0]?.columns.map(({ code }) => code)).toEqual(["PC", "IP", "PR"]);
  expect(list([], "T").sections[0]?.columns.map(({ code }) => code)).toEqual(["PC", "SA", "PR"]);
});

test("EDUCATION 3: without a distribution for the discipline, a course is not listed for it, even if it serves it", () => {
  const broad = course("Broad", [], {}, ["CT"]);
  expect(list([broad], "CT").sections[0]?.rows).toEqual([]);
});

test.each([
  { story: "on its last day an approval still counts", startsOn: "2025-01-01", endsOn: today, rows: 1, soon: true },
  { story: "the day after, the course is left out", startsOn: "2025-01-01", endsOn: "2026-11-23", rows: 0 },
  { story: "an approval that hasn't started is left out", startsOn: "2026-11-25", endsOn: "2029-11-24", rows: 0 },
  { story: "60 days before the end it is marked", startsOn: "2025-01-01", endsOn: "2027-01-23", rows: 1, soon: true },
  { story: "61 days before, not yet", startsOn: "2025-01-01", endsOn: "2027-01-24", rows: 1, soon: false },
])("EDUCATION 7: $story", ({ startsOn, endsOn, rows, soon }) => {
  const one = course("One", [{ discipline: "CT", specification: "2017-07-01", credits: { "PR.AAP": 100 } }], {
    startsOn,
    endsOn,
  });
  const listed = list([one], "CT").sections[0]?.rows ?? [];
  expect(listed.map(({ endsSoon }) => endsSoon)).toEqual(rows ? [soon] : []);
});

test("specification versions are never mixed: the one in force first, each with its own totals", () => {
  const { sections } = list([breasts], "BS");
  expect(
    sections.map(({ version, totals }) => [version?.effectiveFrom, version?.standing, totals.inDiscipline]),
  ).toEqual([
    ["2026-09-01", "in-force", 300],
    ["2021-07-01", "former", 300],
  ]);
});

test("a version that takes effect later is marked as coming", () => {
  const bones = course("Bones", [{ discipline: "BD", specification: "2027-01-01", credits: { "PR.DS": 100 } }]);
  const standings = list([bones], "BD").sections.map(({ version, rows }) => [version?.standing, rows.length]);
  expect(standings).toEqual([
    ["in-force", 0],
    ["coming", 1],
  ]);
});

test("R.R.A.: by total and category of credits, without a matrix", () => {
  const assessment = course("Assessment", [], { category: "A+", credits: 800 }, ["RRA"]);
  const reading = course("Reading", [], { credits: 200 }, ["RRA"]);
  const { sections } = list([assessment, reading], "RRA", "cqr");
  expect(sections).toHaveLength(1);
  expect(sections[0]).toMatchObject({
    version: null,
    columns: [],
    totals: { credits: 1000, aPlus: 800, inDiscipline: null, byColumn: [] },
  });
});

test("prices come from the pricing function; a format without an offer is an error", () => {
  const formats = [
    {
      id: CourseFormatId.parse("book"),
      format: "book_by_mail" as const,
      price: cents(12900),
      isbn: null,
      weightGrams: null,
      stockId: StockId.parse("s"),
    },
    {
      id: CourseFormatId.parse("ebook"),
      format: "ebook" as const,
      price: cents(9900),
      isbn: null,
      weightGrams: null,
      stockId: null,
    },
  ];
  expect(list([{ ...doses, formats }], "CT").sections[0]?.rows[0]?.formats).toEqual([
    {
      format: "book_by_mail",
      name: "Book by mail",
      price: 9950,
      regular: 12900,
      isOnSale: true,
      saleUnitsLeft: 12,
      isSoldOut: false,
    },
    {
      format: "ebook",
      name: "eBook",
      price: 9900,
      regular: 9900,
      isOnSale: false,
      saleUnitsLeft: null,
      isSoldOut: false,
    },
  ]);
  const unpriced = formats.map((format) => ({ ...format, id: CourseFormatId.parse("unknown") }));
  expect(() => list([{ ...doses, formats: unpriced }], "CT")).toThrow("no offer");
});

/** Arbitrary courses with arbitrary credits in any subcategories of any version. */
const anyDistribution = fc
  .constantFrom(...disciplines.filter(({ specifications }) => specifications.length > 0))
  .chain(({ code, specifications }) =>
    fc.constantFrom(...specifications).chain((version) => {
      const codes = version.contentCategories.flatMap(({ subcategories }) => subcategories.map((sub) => sub.code));
      return fc
        .dictionary(fc.constantFrom(...codes), fc.integer({ min: 0, max: 2000 }))
        .map((given): Given => ({ discipline: code, specification: version.effectiveFrom, credits: { ...given } }));
    }),
  );
const anyCourse = fc
  .record({ id: fc.uuid(), credits: fc.nat(9999), given: fc.array(anyDistribution, { maxLength: 3 }) })
  .map(({ id, credits, given }) => course(id, given, { credits }));

test("EDUCATION 5, law: every total is the sum of its rows, and CQR's subcategories roll up to structured education's categories", () => {
  const sum = (amounts: (number | null)[]) => amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);
  fc.assert(
    fc.property(fc.array(anyCourse, { maxLength: 6 }), fc.constantFrom(...disciplineCodes), (courses, code) => {
      for (const purpose of purposes) {
        for (const { rows, columns, totals } of list(courses, code, purpose).sections) {
          expect(totals.credits).toBe(sum(rows.map((row) => row.credits)));
          columns.forEach((_, at) => {
            expect(totals.byColumn[at]).toBe(sum(rows.map((row) => row.byColumn[at] ?? 0)));
          });
          for (const row of rows) expect(sum(row.byColumn)).toBe(sum([row.inDiscipline]));
          expect(sum(totals.byColumn)).toBe(sum([totals.inDiscipline]));
        }
      }
      const cqr = list(courses, code, "cqr").sections;
      list(courses, code).sections.forEach(({ columns, totals }, section) => {
        columns.forEach(({ code: category }, at) => {
          const parts = cqr[section]?.columns.flatMap((column, index) =>
            column.category === category ? [cqr[section]?.totals.byColumn[index] ?? 0] : [],
          );
          expect(totals.byColumn[at]).toBe(sum(parts ?? []));
        });
      });
    }),
  );
});
