import { parseWithZod } from "@conform-to/zod/v4";
import { expect, test } from "vitest";
import { type PromotionKind, Terms } from "../../kinds/kinds";
import type { PromotionValues } from "../../store/check-values";
import { fieldOfProblem, fillPromotionForm, promotionForm } from "./form";

const timeZone = "America/Chicago";
const anyScope = {
  courseIds: ["iv", "ct"],
  disciplines: ["CT", "MR"],
  contentCategories: ["CT:PC"],
  formats: ["ebook"],
  approvers: ["Lakeshore Council"],
  credits: { min: 1000, max: 1625 },
};
const combination = { combinesWith: { sales: true, automatic: true, coupons: false }, priority: -5 };
const samples: Record<PromotionKind, object> = {
  "limited-sale": { scope: { courseIds: ["iv"] }, price: { kind: "price", cents: 9950 } },
  "scheduled-sale": { scope: anyScope, price: { kind: "percent-off", basisPoints: 1250 }, ...combination },
  coupon: {
    scope: {},
    discount: { kind: "amount-off", cents: 1000 },
    minimumSpend: 5000,
    firstOrderOnly: true,
    ...combination,
  },
  bundle: {
    items: [{ courseId: "iv", formats: ["ebook"] }, { courseId: "ct" }],
    price: 15_000,
    maximumSets: 2,
    ...combination,
  },
  "buy-x-get-y": {
    scope: anyScope,
    buy: 2,
    get: 1,
    discount: 10_000,
    reward: { courseIds: ["mr"], disciplines: ["MR"] },
  },
  "quantity-tiers": {
    scope: {},
    count: "course",
    tiers: [3, 4, 5, 6, 7, 8].map((quantity) => ({ quantity, discount: quantity * 250 })),
  },
  gift: { courseId: "ct", formats: ["ebook"], scope: { disciplines: ["CT"] }, minimumSpend: 20_000, exclusive: true },
};

function valuesOf(kind: PromotionKind, more: object = {}): PromotionValues {
  const isCounted = kind === "limited-sale" || kind === "coupon";
  return {
    name: "Any name",
    terms: Terms.parse({ kind, ...samples[kind], ...more }),
    limit: isCounted ? 40 : null,
    perCustomer: isCounted ? 1 : null,
    startsAt: new Date("2026-11-20T06:00:12.345Z"),
    endsAt: new Date("2026-12-01T06:00:00Z"),
    isPaused: false,
    isFeatured: kind.endsWith("sale"),
    isPublished: true,
    codes: kind === "coupon" ? ["TEN", "ZEHN"] : [],
  };
}

/** A form as a browser sends it: a list is repeated fields, and unchecked boxes are absent. */
function send(
  values: PromotionValues,
  change: Record<string, unknown> = {},
  saved: PromotionValues | undefined = values,
) {
  const form = new FormData();
  const add = (name: string, value: unknown): void => {
    if (Array.isArray(value))
      for (const [index, item] of value.entries())
        if (typeof item === "object")
          for (const [part, text] of Object.entries(item)) add(`${name}[${index}].${part}`, text);
        else add(name, item);
    else if (typeof value === "string") form.append(name, value);
  };
  const fields = { version: "3", ...fillPromotionForm(values, timeZone), ...change };
  for (const [name, value] of Object.entries(fields)) add(name, value);
  return parseWithZod(form, { schema: promotionForm(values.terms.kind, timeZone, saved) });
}

const kinds = Object.keys(samples) as PromotionKind[];
test.each(kinds)("an untouched %s form keeps what was saved, even what it has no field for", (kind) => {
  const values = valuesOf(kind);
  expect(send(values)).toMatchObject({ status: "success" });
  const submission = send(values);
  expect(submission.status === "success" && submission.value).toEqual({ version: 3, id: undefined, values });
});

test.each<{ kind: PromotionKind; change: Record<string, unknown>; terms: object }>([
  { kind: "limited-sale", change: { price: "$1,299" }, terms: { price: { kind: "price", cents: 129_900 } } },
  {
    kind: "limited-sale",
    change: { priceKind: "percent-off", price: "12.5 %" },
    terms: { price: { kind: "percent-off", basisPoints: 1250 } },
  },
  { kind: "scheduled-sale", change: { courseIds: [], creditsTo: "" }, terms: { scope: { credits: { min: 1000 } } } },
  { kind: "coupon", change: { minimumSpend: "0" }, terms: { firstOrderOnly: true } },
  {
    kind: "bundle",
    change: { formats: ["ebook"] },
    terms: { items: ["iv", "ct"].map((courseId) => ({ courseId, formats: ["ebook"] })) },
  },
  {
    kind: "bundle",
    change: { courseIds: ["iv", "mr"] },
    terms: { items: [{ courseId: "iv", formats: ["ebook"] }, { courseId: "mr" }] },
  },
  { kind: "buy-x-get-y", change: { rewardCourseIds: [] }, terms: { reward: { disciplines: ["MR"] } } },
  {
    kind: "quantity-tiers",
    change: { tiers: [{ quantity: "3", discount: "10" }, { quantity: "" }, { quantity: "6", discount: "20 %" }] },
    terms: {
      tiers: [
        { quantity: 3, discount: 1000 },
        { quantity: 6, discount: 2000 },
      ],
    },
  },
  { kind: "gift", change: { giftFormats: [] }, terms: { courseId: "ct" } },
])("the $kind form reads $change", ({ kind, change, terms }) => {
  expect(send(valuesOf(kind), change)).toMatchObject({ status: "success", value: { values: { terms } } });
});

test.each<{ change: Record<string, unknown>; read: Partial<PromotionValues> }>([
  { change: { perCustomer: "" }, read: { perCustomer: null } },
  { change: { status: "paused" }, read: { isPaused: true } },
  { change: { status: "draft" }, read: { isPublished: false } },
  { change: { isFeatured: undefined }, read: { isFeatured: false } },
  { change: { name: "" }, read: { name: "" } },
  { change: { endsAt: "2026-12-24T18:00" }, read: { endsAt: new Date("2026-12-25T00:00:00Z") } },
  { change: { endsAt: "2027-07-04T18:00" }, read: { endsAt: new Date("2027-07-04T23:00:00Z") } },
])("the form reads $change", ({ change, read }) => {
  const values = valuesOf("limited-sale");
  expect(send(values, change)).toMatchObject({ value: { values: { ...values, ...read } } });
});

test("a first order happens once: an empty limit per customer becomes 1, any other is left for validation", () => {
  const values = valuesOf("coupon");
  expect(send(values, { perCustomer: "" })).toMatchObject({ value: { values: { perCustomer: 1 } } });
  expect(send(values, { perCustomer: "2" })).toMatchObject({ value: { values: { perCustomer: 2 } } });
  expect(send(valuesOf("coupon", { firstOrderOnly: false }), { perCustomer: "" })).toMatchObject({
    value: { values: { perCustomer: null } },
  });
});

test("codes are read the way people write them", () => {
  expect(send(valuesOf("coupon"), { codes: "spring-26; Früh ling\nSPRING26, " })).toMatchObject({
    value: { values: { codes: ["SPRING26", "FRÜHLING"] } },
  });
});

test("fields that a kind doesn't have are not saved", () => {
  const values = valuesOf("gift");
  expect(send(values, { limit: "5", perCustomer: "2", codes: "FREE", isFeatured: "on" })).toMatchObject({
    value: { values: { limit: null, perCustomer: null, codes: [], isFeatured: false } },
  });
});

test.each<{ kind: PromotionKind; change: Record<string, unknown>; field: string; message: string }>([
  { kind: "limited-sale", change: { price: "" }, field: "price", message: "Enter a price or a discount." },
  {
    kind: "limited-sale",
    change: { priceKind: "gold" },
    field: "priceKind",
    message: "Choose how the price is set.",
  },
  { kind: "limited-sale", change: { price: "99.5" }, field: "price", message: "Enter dollars and cents, like 99.50." },
  { kind: "limited-sale", change: { price: "15%" }, field: "price", message: "Enter dollars and cents, like 99.50." },
  { kind: "limited-sale", change: { price: "9,999,999" }, field: "price", message: "Enter $1,000,000.00 or less." },
  {
    kind: "limited-sale",
    change: { priceKind: "percent-off", price: "101" },
    field: "price",
    message: "Enter a percentage above 0 and up to 100, like 15 or 12.5.",
  },
  { kind: "limited-sale", change: { limit: "4.5" }, field: "limit", message: "Enter a whole number, like 40." },
  { kind: "limited-sale", change: { perCustomer: "0" }, field: "perCustomer", message: "Enter 1 or more." },
  { kind: "limited-sale", change: { startsAt: "tomorrow" }, field: "startsAt", message: "Enter a date and a time." },
  {
    kind: "limited-sale",
    change: { endsAt: "2026-02-31T10:00" },
    field: "endsAt",
    message: "Enter a date and a time.",
  },
  { kind: "limited-sale", change: { endsAt: "" }, field: "endsAt", message: "Enter when it ends." },
  { kind: "limited-sale", change: { status: "gone" }, field: "status", message: "Choose a status." },
  { kind: "limited-sale", change: { name: "a".repeat(81) }, field: "name", message: "Use at most 80 characters." },
  { kind: "limited-sale", change: { priority: "1001" }, field: "priority", message: "Enter 1000 or less." },
  {
    kind: "scheduled-sale",
    change: { creditsFrom: "ten" },
    field: "creditsFrom",
    message: "Enter credits, like 10 or 16.25.",
  },
  {
    kind: "scheduled-sale",
    change: { creditsTo: "9.75" },
    field: "creditsTo",
    message: "The maximum can't be below the minimum.",
  },
  {
    kind: "coupon",
    change: { codes: "a, TEN" },
    field: "codes",
    message: "A: Use 3 to 40 letters and digits in a code.",
  },
  { kind: "bundle", change: { courseIds: ["iv"] }, field: "courseIds", message: "Choose two or more courses." },
  { kind: "bundle", change: { courseIds: [] }, field: "courseIds", message: "Choose two or more courses." },
  { kind: "buy-x-get-y", change: { buy: "101" }, field: "buy", message: "Enter 100 or less." },
  { kind: "quantity-tiers", change: { tiers: [] }, field: "tiers", message: "Enter at least one tier." },
  {
    kind: "quantity-tiers",
    change: { tiers: [{ quantity: "3", discount: "" }] },
    field: "tiers[0].discount",
    message: "Enter the discount for this tier.",
  },
  {
    kind: "quantity-tiers",
    change: { tiers: [{ quantity: "1001", discount: "5" }] },
    field: "tiers[0].quantity",
    message: "Enter 1000 or less.",
  },
  { kind: "gift", change: { giftCourseId: "" }, field: "giftCourseId", message: "Choose the free course." },
])("the $kind form rejects $change", ({ kind, change, field, message }) => {
  const submission = send(valuesOf(kind), change);
  expect(submission.reply().error).toEqual({ [field]: [message] });
});

test.each([
  { kind: "bundle" as const, problem: { field: "terms" as const, part: "items" }, field: "courseIds" },
  { kind: "gift" as const, problem: { field: "terms" as const, part: "courseId" }, field: "giftCourseId" },
  { kind: "gift" as const, problem: { field: "terms" as const, part: "scope" }, field: "courseIds" },
  { kind: "coupon" as const, problem: { field: "terms" as const, part: "exclusive" }, field: "exclusive" },
  { kind: "coupon" as const, problem: { field: "isPublished" as const }, field: "status" },
  { kind: "coupon" as const, problem: { field: "limit" as const }, field: "limit" },
])("for a $kind, $problem is shown next to $field", ({ kind, problem, field }) => {
  expect(fieldOfProblem(kind, { ...problem, message: "" })).toBe(field);
});
