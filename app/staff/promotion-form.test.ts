import { parseWithZod } from "@conform-to/zod/v4";
import { expect, test } from "vitest";
import type { PromotionValues } from "~/promotions/revise-promotion";
import { type PromotionKind, Terms } from "~/promotions/terms";
import { promotionFields, promotionForm } from "./promotion-form";

const timeZone = "America/Chicago";
const scope = { courseIds: ["iv"], disciplines: ["CT"], formats: ["ebook"], credits: { min: 1000, max: 1625 } };
const every: Record<PromotionKind, object> = {
  "limited-sale": { scope, price: { kind: "price", cents: 9950 } },
  "scheduled-sale": { scope: {}, price: { kind: "percent-off", basisPoints: 1250 }, priority: 3, exclusive: true },
  coupon: {
    scope: {},
    discount: { kind: "amount-off", cents: 1000 },
    minimumSpend: 5000,
    firstOrderOnly: true,
    combinesWith: { sales: true, automatic: false },
  },
  bundle: {
    items: [
      { courseId: "a", formats: ["ebook"] },
      { courseId: "b", formats: ["ebook"] },
    ],
    price: 15000,
    maximumSets: 2,
  },
  "buy-x-get-y": { scope: { approvers: ["ASRT"] }, buy: 2, get: 1, reward: { courseIds: ["c"] }, discount: 10000 },
  "quantity-tiers": {
    scope: { contentCategories: ["CT:PC"] },
    count: "course",
    tiers: [
      { quantity: 3, discount: 1500 },
      { quantity: 5, discount: 3333 },
    ],
  },
  gift: { courseId: "g", formats: ["ebook"], scope: {}, minimumSpend: 20000 },
};

function valuesOf(kind: PromotionKind): PromotionValues {
  return {
    name: "IV Therapeutics for $99.50",
    terms: Terms.parse({ kind, ...every[kind] }),
    limit: kind === "limited-sale" ? 40 : null,
    perCustomer: 2,
    startsAt: new Date("2026-11-20T06:00:12.345Z"),
    endsAt: new Date("2026-12-01T06:00:00Z"),
    isPaused: false,
    isFeatured: true,
    isPublished: true,
    codes: kind === "coupon" ? ["TEN", "SPRING"] : [],
  };
}

function send(kind: PromotionKind, change: Record<string, string | undefined> = {}) {
  const form = new FormData();
  const values = valuesOf(kind);
  const put = (name: string, value: unknown): void => {
    if (name in change || value === undefined) return;
    if (typeof value === "string") form.append(name, value);
    else if (Array.isArray(value))
      for (const [index, item] of value.entries()) put(typeof item === "string" ? name : `${name}[${index}]`, item);
    else for (const [key, item] of Object.entries(value as object)) put(`${name}.${key}`, item);
  };
  for (const [name, value] of Object.entries(promotionFields(values, timeZone))) put(name, value);
  for (const [name, value] of Object.entries({ version: "3", ...change }))
    if (value !== undefined) form.set(name, value);
  return parseWithZod(form, { schema: promotionForm(kind, timeZone, values) });
}

test.each(Object.keys(every) as PromotionKind[])(
  "a form of kind %s that nobody touched says what was saved, to the millisecond",
  (kind) => {
    expect(send(kind)).toMatchObject({ status: "success", value: { version: 3, values: valuesOf(kind) } });
  },
);

test.each<{ change: Record<string, string | undefined>; read: Partial<PromotionValues> }>([
  { change: { perCustomer: "" }, read: { perCustomer: null } },
  { change: { status: "paused" }, read: { isPaused: true } },
  { change: { status: "draft" }, read: { isPublished: false } },
  { change: { isFeatured: undefined }, read: { isFeatured: false } },
  { change: { name: "" }, read: { name: "" } },
  { change: { endsAt: "2026-12-24T18:00" }, read: { endsAt: new Date("2026-12-25T00:00:00Z") } },
  { change: { endsAt: "2027-07-04T18:00" }, read: { endsAt: new Date("2027-07-04T23:00:00Z") } },
])("the form reads $change", ({ change, read }) => {
  expect(send("limited-sale", change)).toMatchObject({ value: { values: { ...valuesOf("limited-sale"), ...read } } });
});

test("codes are read as people write them", () => {
  const submission = send("coupon", { codes: "ten, Spring-2027;\nten" });
  expect(submission).toMatchObject({ value: { values: { codes: ["TEN", "SPRING2027"] } } });
});

test.each<{ kind?: PromotionKind; change: Record<string, string | undefined>; field: string; message: RegExp }>([
  { change: { name: "a".repeat(81) }, field: "name", message: /at most 80/ },
  { change: { price: "99.5x" }, field: "price", message: /like 99\.50/ },
  { change: { price: "" }, field: "price", message: /Enter a price/ },
  { change: { price: "120", priceKind: "percent-off" }, field: "price", message: /percentage above 0 and up to 100/ },
  { change: { priceKind: "gold" }, field: "priceKind", message: /how the price is made/ },
  { change: { limit: "4.5" }, field: "limit", message: /whole number/ },
  { change: { limit: "0" }, field: "limit", message: /1 or more/ },
  { change: { startsAt: "tomorrow" }, field: "startsAt", message: /date and a time/ },
  { change: { endsAt: "2026-02-31T10:00" }, field: "endsAt", message: /date and a time/ },
  { change: { status: "gone" }, field: "status", message: /whether it is active/ },
  { change: { creditsFrom: "many" }, field: "creditsFrom", message: /like 10 or 16\.25/ },
  { kind: "coupon", change: { codes: "NO!" }, field: "codes", message: /letters and figures/ },
  { kind: "bundle", change: { courseIds: "a" }, field: "courseIds", message: /two courses or more/ },
  {
    kind: "quantity-tiers",
    change: { "tiers[1].discount": "" },
    field: "tiers",
    message: /quantity and a discount for each/,
  },
])("the form never forgives $change", ({ kind = "limited-sale", change, field, message }) => {
  const submission = send(kind, change);
  expect(submission.status).toBe("error");
  expect(submission.reply().error?.[field]?.join(" ")).toMatch(message);
});
