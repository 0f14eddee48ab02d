import { expect, test } from "vitest";
import { type Cents, cents } from "~/core/money";
import { readCatalog } from "./catalog.server";
import { courseJsonLd } from "./course-json-ld";
import { approvalState, type CourseOffer } from "./course-offer";
import { saleSplit, viewCourse } from "./course-view";

const now = new Date("2026-11-24T18:00:00Z");
const zone = { now, timeZone: "America/Chicago" };

test.each([
  { story: "the customer limit binds", left: 40, most: 2, expected: "First 2 at $99.50 each, then $129.00" },
  { story: "the units left bind", left: 3, most: 5, expected: "First 3 at $99.50 each, then $129.00" },
  { story: "no limit", left: 7, most: null, expected: "First 7 at $99.50 each, then $129.00" },
  { story: "the last one", left: 1, most: 2, expected: "The first at $99.50, then $129.00" },
])("PRICING 4: $story", ({ left, most, expected }) => {
  expect(saleSplit(left, most, 9950, 12900)).toBe(expected);
});

test.each([
  ["2027-01-24", "running", 61],
  ["2027-01-23", "ends-soon", 60],
  ["2026-11-24", "ends-soon", 0],
  ["2026-11-23", "ended", -1],
])("EDUCATION 7: an approval that ends %s is %s", (endsOn, state, daysLeft) => {
  expect(approvalState({ endsOn }, "2026-11-24")).toMatchObject({ state, daysLeft });
});

test("a course's page shows every format at its price now, and every discipline with its own credits", async () => {
  const { courses, bySlug } = await readCatalog();
  const course = bySlug.get("iv-therapeutics");
  if (!course) throw new Error("no such course");
  const offer = (regular: Cents): CourseOffer => ({
    regular,
    price: cents(9950),
    sale: { name: "Sale", unitsLeft: 12, endsAt: "2026-12-24T18:00:00Z", perCustomer: 2 },
    copiesLeft: 0,
  });
  const offers = new Map(course.formats.slice(0, 1).map(({ id, price }) => [id, offer(price)]));
  const view = viewCourse(course, { offers, today: "2026-11-24", courses, ...zone });
  expect(view.formats[0]).toMatchObject({
    price: 9950,
    regular: 12900,
    sale: { left: "12 left at the sale price", until: "until Dec 24, 2026" },
    stock: "Out of stock",
    isAvailable: false,
  });
  expect(view.formats[1]).toMatchObject({ price: 12900, sale: undefined, stock: undefined, isAvailable: true });
  expect(view.disciplines.map(({ code }) => code).toSorted()).toEqual(["CT", "MR", "N", "R", "VI"]);
  expect(view.leading.code).toBe("R");
  expect(view.disciplines[0]?.code).toBe("R");
  expect(view.related.map(({ slug }) => slug)).not.toContain("iv-therapeutics");
  const machine = JSON.stringify(courseJsonLd(view, { origin: "https://shop.example", shopName: "Shop", revision: 1 }));
  expect(machine).toContain('"price":"99.50"');
  expect(machine).toContain("https://schema.org/OutOfStock");
});
