import { expect, test } from "vitest";
import { PromotionId } from "~/core/ids";
import { type Cents, cents } from "~/core/money";
import { readCatalog } from "../read/catalog.server";
import type { CourseOffer } from "../read/course-offer";
import { courseJsonLd } from "./course-json-ld";
import { viewCourse } from "./course-view";

const now = new Date("2026-11-24T18:00:00Z");
const zone = { now, timeZone: "America/Chicago" };

test("a course's page shows every format at its price now, and every discipline with its own credits", async () => {
  const { courses, bySlug } = await readCatalog();
  const course = bySlug.get("iv-therapeutics");
  if (!course) throw new Error("no such course");
  const offer = (regular: Cents): CourseOffer => ({
    regular,
    price: cents(9950),
    sale: {
      promotionId: PromotionId.parse("p"),
      name: "Sale",
      unitsLeft: 12,
      endsAt: "2026-12-24T18:00:00Z",
      perCustomer: 2,
      isFeatured: true,
    },
    copiesLeft: 0,
  });
  const offers = new Map(course.formats.slice(0, 1).map(({ id, price }) => [id, offer(price)]));
  const view = viewCourse(course, { offers, today: "2026-11-24", courses, mostPerOrder: 50, ...zone });
  expect(view.formats[0]).toMatchObject({
    price: 9950,
    regular: 12900,
    sale: { left: "12 left at this price", limit: "2 per customer", ends: "Dec 24, 2026" },
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
