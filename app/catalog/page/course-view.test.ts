import { expect, test } from "vitest";
import { credits } from "~/core/credits";
import { CourseFormatId, CourseId, PromotionId } from "~/core/ids";
import { cents } from "~/core/money";
import type { Course, CourseFormat } from "../read/course";
import type { CourseOffer } from "../read/course-offer";
import type { DisciplineCode } from "../read/disciplines";
import { courseJsonLd } from "./course-json-ld";
import { saleSplit, viewCourse } from "./course-view";

const price = 9950;
const regular = 12900;

test.each([
  {
    story: "the customer limit applies",
    unitsLeft: 40,
    perCustomer: 2,
    expected: "First 2 at $99.50 each, then $129.00",
  },
  {
    story: "the units left are the limit",
    unitsLeft: 3,
    perCustomer: 5,
    expected: "First 3 at $99.50 each, then $129.00",
  },
  { story: "no customer limit", unitsLeft: 7, perCustomer: null, expected: "First 7 at $99.50 each, then $129.00" },
  { story: "the last one", unitsLeft: 1, perCustomer: 2, expected: "The first at $99.50, then $129.00" },
  { story: "49 of 50", unitsLeft: 49, perCustomer: null, expected: "First 49 at $99.50 each, then $129.00" },
  { story: "an order can't reach the limit", unitsLeft: 50, perCustomer: null, expected: undefined },
  { story: "no limit at all", unitsLeft: null, perCustomer: null, expected: undefined },
  {
    story: "a customer limit alone",
    unitsLeft: null,
    perCustomer: 3,
    expected: "First 3 at $99.50 each, then $129.00",
  },
  { story: "neither limit can apply", unitsLeft: 400, perCustomer: 60, expected: undefined },
])("PRICING 4: $story", ({ unitsLeft, perCustomer, expected }) => {
  expect(saleSplit({ unitsLeft, perCustomer, price: cents(price), regular: cents(regular), maxPerOrder: 50 })).toBe(
    expected,
  );
});

const sale = {
  promotionId: PromotionId.parse("p"),
  name: "Last copies",
  unitsLeft: 40,
  endsAt: "2026-12-25T06:00:00Z",
  perCustomer: 2,
  isFeatured: true,
};
const full: CourseOffer = { regular: cents(regular), price: cents(regular) };

test.each([
  {
    story: "on sale",
    offer: { ...full, price: cents(price), sale },
    expected: {
      price,
      sale: {
        left: "40 left at this price",
        limit: "2 per customer",
        ends: "Dec 24, 2026",
        split: "First 2 at $99.50 each, then $129.00",
      },
    },
  },
  {
    story: "on sale with no customer limit",
    offer: { ...full, price: cents(price), sale: { ...sale, unitsLeft: 300, perCustomer: null } },
    expected: { price, sale: { left: "300 left at this price", limit: undefined, split: undefined } },
  },
  {
    story: "on sale without a limit",
    offer: { ...full, price: cents(price), sale: { ...sale, unitsLeft: null, perCustomer: null } },
    expected: { price, sale: { name: "Last copies", left: undefined, limit: undefined, split: undefined } },
  },
  {
    story: "on sale within a day of its end",
    offer: { ...full, price: cents(price), sale: { ...sale, endsAt: "2026-11-24T21:05:00Z" } },
    expected: { sale: { ends: "Nov 24, 2026, 3:05 PM CST, in 3 h 5 min" } },
  },
  {
    story: "at the regular price after the sale's last unit",
    offer: { ...full, isSaleSoldOut: true },
    expected: { price: regular, sale: undefined, isSaleSoldOut: true },
  },
  { story: "printed, with copies", offer: { ...full, copiesLeft: 64 }, expected: { stock: "64 copies in stock" } },
  { story: "printed, the last copy", offer: { ...full, copiesLeft: 1 }, expected: { stock: "1 copy in stock" } },
  {
    story: "printed, none left",
    offer: { ...full, copiesLeft: 0 },
    expected: { stock: "Out of stock", isAvailable: false },
  },
  { story: "not printed", offer: full, expected: { stock: undefined, isAvailable: true } },
])("a format $story", ({ offer, expected }) => {
  const view = viewCourse(course(), facts({ offers: new Map([[CourseFormatId.parse("one.ebook"), offer]]) }));
  expect(view.formats[0]).toMatchObject(expected);
});

test("EDUCATION 14: a category with zero credits shows 0; one the discipline lacks is absent", () => {
  const { disciplines } = viewCourse(
    course({ distributions: { CT: { "PC.PIAM": 100 }, M: { "PC.PIAM": 50 } }, disciplines: ["M", "CT"] }),
    facts(),
  );
  const shown = disciplines.map(({ code, categories }) => [
    code,
    ...categories.map((one) => `${one.code} ${one.credits}`),
  ]);
  expect(shown).toEqual([
    ["CT", "PC 100", "SA 0", "IP 0", "PR 0"],
    ["M", "PC 50", "IP 0", "PR 0"],
  ]);
});

test("EDUCATION 3: a discipline without content categories differs from one in which the course has no credits", () => {
  const view = viewCourse(course({ disciplines: ["CT", "RRA", "N"] }), facts());
  expect(view.wholly).toEqual(["Registered Radiologist Assistant"]);
  expect(view.uncounted).toEqual(["Nuclear Medicine Technology"]);
});

test("related courses: the same leading discipline first, at most three, only courses that count today, never the course itself", () => {
  const others = [
    course({ id: "other-leading", disciplines: ["R", "CT"], distributions: { R: { "PC.PIAM": 200 } } }),
    course({ id: "far", credits: 900 }),
    course({ id: "near", credits: 300 }),
    course({ id: "ended", endsOn: "2026-11-23" }),
    course({ id: "not-started", startsOn: "2026-11-25" }),
    course({ id: "elsewhere", disciplines: ["T"], distributions: {} }),
  ];
  const slugs = (courses: Course[]) => viewCourse(course(), facts({ courses })).related.map(({ slug }) => slug);
  expect(slugs([course(), ...others])).toEqual(["near", "far", "other-leading"]);
  expect(slugs([...others, course({ id: "nearest" })])).toEqual(["nearest", "near", "far"]);
});

test.each([
  { story: "a course with a post-test", own: {}, certificate: "Certificate of completion, 2 credits of category A" },
  { story: "a sample without one", own: { isComplete: false }, certificate: undefined },
  { story: "a course whose approval has ended", own: { endsOn: "2026-11-23" }, certificate: undefined },
  { story: "a course whose approval hasn't started", own: { startsOn: "2026-11-25" }, certificate: undefined },
])("search engines see a certificate only if one can be earned: $story", ({ own, certificate }) => {
  const [jsonLd] = jsonLdOf(course(own));
  expect(jsonLd?.educationalCredentialAwarded?.name).toBe(certificate);
});

test.each([
  { story: "sold", own: {}, copiesLeft: undefined, availability: "InStock" },
  { story: "out of stock", own: {}, copiesLeft: 0, availability: "OutOfStock" },
  { story: "not for sale yet", own: { startsOn: "2026-11-25" }, copiesLeft: 9, availability: "OutOfStock" },
  { story: "ended", own: { endsOn: "2026-11-23" }, copiesLeft: 9, availability: "Discontinued" },
])("an offer that is $story is $availability", ({ own, copiesLeft, availability }) => {
  const [, product] = jsonLdOf(
    course(own),
    new Map([[CourseFormatId.parse("one.ebook"), { ...full, price: cents(price), copiesLeft }]]),
  );
  expect(product?.offers).toMatchObject([{ price: "99.50", availability: `https://schema.org/${availability}` }]);
});

type JsonLd = { educationalCredentialAwarded?: { name: string }; offers?: unknown[] };

function jsonLdOf(of: Course, offers: ReadonlyMap<CourseFormatId, CourseOffer> = new Map()): JsonLd[] {
  const place = { origin: "https://shop.example", shopName: "Shop", revision: 1 };
  return courseJsonLd(viewCourse(of, facts({ offers })), place)["@graph"] as JsonLd[];
}

function facts(own: Partial<Parameters<typeof viewCourse>[1]> = {}) {
  const now = new Date("2026-11-24T18:00:00Z");
  const offers: ReadonlyMap<CourseFormatId, CourseOffer> = new Map();
  return { offers, today: "2026-11-24", now, timeZone: "America/Chicago", courses: [], maxPerOrder: 50, ...own };
}

type Own = {
  id?: string;
  credits?: number;
  startsOn?: string;
  endsOn?: string;
  isComplete?: boolean;
  disciplines?: DisciplineCode[];
  distributions?: Partial<Record<DisciplineCode, Record<string, number>>>;
};

const specifications: Partial<Record<DisciplineCode, string>> = { CT: "2017-07-01", M: "2025-09-01", R: "2022-01-01" };

function course({ id = "one", disciplines = ["CT"], distributions = { CT: { "PC.PIAM": 100 } }, ...own }: Own = {}) {
  const format: CourseFormat = {
    id: CourseFormatId.parse(`${id}.ebook`),
    format: "ebook",
    price: cents(regular),
    isbn: null,
    weightGrams: null,
    stockId: null,
  };
  return {
    ...{
      id: CourseId.parse(id),
      slug: id,
      title: id,
      subtitle: null,
      summary: "What it is.",
      objectives: ["Do it"],
      authors: ["Ada Lim"],
    },
    ...{ pageCount: 40, publishedOn: "2026-01-02", disciplines, isComplete: own.isComplete ?? true, formats: [format] },
    approval: {
      ...{ id, approver: "Council", referenceNumber: "C-1", category: "A" as const },
      startsOn: own.startsOn ?? "2026-01-01",
      endsOn: own.endsOn ?? "2028-12-31",
      credits: credits(own.credits ?? 200),
      distributions: Object.entries(distributions).map(([code, given]) => ({
        discipline: code as DisciplineCode,
        specification: specifications[code as DisciplineCode] ?? "",
        credits: new Map(Object.entries(given).map(([sub, amount]) => [sub, credits(amount)])),
      })),
    },
  } satisfies Course;
}
