import { expect, test } from "vitest";
import { credits } from "~/core/credits";
import { CourseFormatId, CourseId, PromotionId } from "~/core/ids";
import { cents } from "~/core/money";
import type { Course } from "../read/course";
import type { CourseOffer } from "../read/course-offer";
import type { DisciplineCode } from "../read/disciplines";
import { viewHome } from "./home-view";

const now = new Date("2026-11-24T18:00:00Z");
const facts = { offers: new Map(), now, today: "2026-11-24", timeZone: "America/Chicago" };

type Sketch = { disciplines: DisciplineCode[]; published: string; ends?: string };

function course(slug: string, { disciplines, published, ends = "2027-12-31" }: Sketch): Course {
  return {
    ...{
      id: CourseId.parse(slug),
      slug,
      title: `The ${slug} book`,
      subtitle: null,
      summary: "",
      objectives: [],
      authors: [],
    },
    ...{ pageCount: 10, publishedOn: published, disciplines, isComplete: true },
    approval: {
      ...{ id: slug, approver: "Approver", referenceNumber: slug, category: "A", startsOn: "2026-01-01", endsOn: ends },
      ...{ credits: credits(300), distributions: [] },
    },
    formats: [
      {
        id: CourseFormatId.parse(`${slug}.ebook`),
        format: "ebook",
        price: cents(3000),
        isbn: null,
        weightGrams: null,
        stockId: null,
      },
    ],
  };
}

const courses = [
  course("heads", { disciplines: ["CT"], published: "2026-01-05" }),
  course("hearts", { disciplines: ["CT", "MR"], published: "2026-03-05" }),
  course("hands", { disciplines: ["R"], published: "2026-02-05" }),
  course("feet", { disciplines: ["T"], published: "2026-11-05", ends: "2026-11-23" }),
];

/** An offer of the course's eBook by a featured sale, unless told otherwise. */
function onSale(slug: string, promotionId = "b", isFeatured = true): [CourseFormatId, CourseOffer] {
  const sale = {
    promotionId: PromotionId.parse(promotionId),
    name: `${slug} for $15.00`,
    unitsLeft: 40,
    perCustomer: null,
    isFeatured,
  };
  const endsAt = "2026-12-24T18:00:00Z";
  return [
    CourseFormatId.parse(`${slug}.ebook`),
    { price: cents(1500), regular: cents(3000), sale: { ...sale, endsAt } },
  ];
}

test("EDUCATION 7: a course whose approval has ended is neither counted nor shown as new", () => {
  const view = viewHome({ ...facts, courses });
  expect(view.courses).toBe(3);
  expect(view.newest.map(({ slug }) => slug)).toEqual(["hearts", "hands", "heads"]);
});

test("a discipline is entered by the number of courses that its page shows, and not at all without one", () => {
  const view = viewHome({ ...facts, courses });
  expect(view.disciplines.map(({ code, courses: count }) => [code, count])).toEqual([
    ["CT", 2],
    ["MR", 1],
    ["R", 1],
  ]);
});

test("covers at the top are of different disciplines, the newest of each", () => {
  const older = course("hips", { disciplines: ["R"], published: "2026-02-01" });
  const { covers } = viewHome({ ...facts, courses: [...courses, older] });
  expect(covers.map(({ slug, discipline }) => [slug, discipline])).toEqual([
    ["hearts", "MR"],
    ["hands", "R"],
    ["heads", "CT"],
  ]);
});

test("the banner shows the course that is on sale, with the sale's own figures and its last day", () => {
  expect(viewHome({ ...facts, courses, offers: new Map([onSale("hearts")]) }).banner).toEqual({
    name: "hearts for $15.00",
    cover: { slug: "hearts", title: "The hearts book", discipline: "MR" },
    price: 1500,
    regular: 3000,
    unitsLeft: 40,
    ends: { text: "Dec 24, 2026" },
  });
});

test("of two featured sales the banner shows the first by id", () => {
  const offers = new Map([onSale("heads", "b"), onSale("hands", "a")]);
  expect(viewHome({ ...facts, courses, offers }).banner?.name).toBe("hands for $15.00");
});

test.each([
  { story: "nothing is on sale", offers: [] },
  { story: "nothing is featured", offers: [onSale("hearts", "b", false)] },
  { story: "the course was withdrawn meanwhile", offers: [onSale("gone")] },
  { story: "the course's approval has ended (EDUCATION 7)", offers: [onSale("feet")] },
])("no banner where $story", ({ offers }) => {
  expect(viewHome({ ...facts, courses, offers: new Map(offers) }).banner).toBeUndefined();
});
