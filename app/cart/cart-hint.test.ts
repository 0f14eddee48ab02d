import { expect, test } from "vitest";
import type { Course } from "~/catalog/read/course";
import { credits } from "~/core/credits";
import { CourseFormatId, CourseId, PromotionId } from "~/core/ids";
import { cents } from "~/core/money";
import { type Promotion, Terms } from "~/promotions/kinds/kinds";
import type { Hint } from "~/promotions/units/hint";
import { chooseHint } from "./cart-hint";

const window = { startsAt: new Date(0), endsAt: new Date(1), isPaused: false, version: 1 };
const promotion = (id: string, terms: object): Promotion => ({
  id: PromotionId.parse(id),
  name: id,
  terms: Terms.parse(terms),
  ...window,
});
const promotions = [
  promotion("ct", {
    kind: "quantity-tiers",
    scope: { contentCategories: ["CT:SA"], formats: ["ebook"] },
    tiers: [{ quantity: 3, discount: 1500 }],
  }),
  promotion("gift", { kind: "gift", courseId: "doses", scope: { disciplines: ["MR"] }, minimumSpend: 5000 }),
  promotion("book", {
    ...{ kind: "gift", courseId: "doses", formats: ["book_by_mail"], scope: {}, minimumSpend: 5000 },
  }),
];

const format = (kind: "book_by_mail" | "ebook") => ({
  ...{
    id: CourseFormatId.parse(`doses.${kind}`),
    format: kind,
    price: cents(2800),
    isbn: null,
    weightGrams: null,
    stockId: null,
  },
});
const doses: Course = {
  ...{
    id: CourseId.parse("doses"),
    slug: "doses-in-ct",
    title: "Doses in CT",
    subtitle: null,
    summary: "",
    objectives: [],
  },
  ...{ authors: [], pageCount: 40, publishedOn: "2026-01-02", isComplete: true, disciplines: ["CT"] },
  formats: [format("book_by_mail"), format("ebook")],
  approval: {
    ...{ id: "a", approver: "Lakeshore Council", referenceNumber: "L-1", category: "A", credits: credits(200) },
    ...{ startsOn: "2026-01-01", endsOn: "2028-12-31", distributions: [] },
  },
};
const choose = (...hints: Hint[]) => chooseHint(hints, { courses: new Map([[doses.id, doses]]), promotions });

const more: Hint = {
  kind: "more-units",
  promotionId: PromotionId.parse("ct"),
  name: "CT together",
  units: 1,
  basisPoints: 1500,
};
const earned: Hint = {
  kind: "add-gift",
  promotionId: PromotionId.parse("gift"),
  name: "A gift",
  courseId: CourseId.parse("doses"),
};
const near: Hint = {
  kind: "spend-for-gift",
  promotionId: PromotionId.parse("gift"),
  name: "A gift",
  courseId: CourseId.parse("doses"),
  missing: cents(1),
};

test("no hint if there is nothing to gain", () => {
  expect(choose()).toBeUndefined();
});

test("a hint for more units links to the catalog, filtered to the promotion's scope", () => {
  expect(choose(more)).toEqual({
    text: "Add one more for 15% off: CT together.",
    to: "/catalog?discipline=CT&category=SA&format=ebook",
    linkText: "See the courses",
  });
  expect(choose({ ...more, courseId: CourseId.parse("doses") })).toMatchObject({ to: "/courses/doses-in-ct" });
});

test("only one of several hints is shown: an earned gift comes first, with what its button adds", () => {
  expect(choose(near, more, earned)).toEqual({
    text: "Doses in CT is free with this order: A gift.",
    to: "/courses/doses-in-ct",
    linkText: "See Doses in CT",
    gift: { courseFormatId: "doses.ebook", title: "Doses in CT" },
  });
  expect(choose({ ...earned, promotionId: PromotionId.parse("book") })?.gift?.courseFormatId).toBe(
    "doses.book_by_mail",
  );
});

test("a hint about earning a gift links to the promotion's scope", () => {
  expect(choose(near)).toMatchObject({ to: "/catalog?discipline=MR", linkText: "See the courses" });
});

test("a course that is no longer sold is not mentioned", () => {
  expect(choose({ ...earned, courseId: CourseId.parse("gone") })).toBeUndefined();
});
