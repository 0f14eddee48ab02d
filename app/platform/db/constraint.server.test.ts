import { beforeAll, expect, test } from "vitest";
import { db, type Queries } from "./client.server";
import { isDuplicateOf, violatedConstraint } from "./constraint.server";
import { transaction } from "./transaction.server";

const at = new Date();
const later = new Date(at.getTime() + 60_000);
const cart = (id: string) => ({ id, updatedAt: at });
const code = (id: string, promotionId: string) => ({ code: id, promotionId, createdAt: at });
const version = (promotionId: string) => ({
  ...{ promotionId, version: 1, terms: {}, startsAt: at, endsAt: later },
  ...{ status: "active" as const, createdAt: at },
});
const promotion = (id: string, stockId?: string) => ({
  ...{ id, name: id, version: 1, terms: {}, startsAt: at, endsAt: later, stockId, status: "active" as const },
});

beforeAll(async () => {
  await db().cart.create({ data: cart("twice") });
  await db().stock.create({ data: { id: "one", capacity: 1 } });
  await db().promotion.create({ data: promotion("one", "one") });
  await db().promotionVersion.create({ data: version("one") });
  await db().couponCode.create({ data: code("OLD", "one") });
});

async function errorOf(write: (queries: Queries) => Promise<unknown>): Promise<unknown> {
  return write(db()).then(
    () => expect.unreachable("the write went through"),
    (error: unknown) => error,
  );
}

test.each<{ constraint: string; twice: (queries: Queries) => Promise<unknown> }>([
  { constraint: "Cart_pkey", twice: (tx) => tx.cart.create({ data: cart("twice") }) },
  { constraint: "Course_slug_key", twice: () => renameCourse({ slug: "iv-therapeutics" }) },
  {
    constraint: "CourseFormat_courseId_format_key",
    twice: (tx) =>
      tx.courseFormat.create({ data: { id: "x", courseId: "iv-therapeutics", format: "ebook", priceCents: 1 } }),
  },
  { constraint: "PromotionVersion_pkey", twice: (tx) => tx.promotionVersion.create({ data: version("one") }) },
  { constraint: "Promotion_stockId_key", twice: (tx) => tx.promotion.create({ data: promotion("two", "one") }) },
  {
    constraint: "CouponCode_pkey",
    twice: (tx) => tx.couponCode.createMany({ data: [code("NEW", "one"), code("OLD", "one")] }),
  },
])("a violation of $constraint is told by its name", async ({ constraint, twice }) => {
  expect(violatedConstraint(await errorOf(twice))).toBe(constraint);
});

async function renameCourse(data: { slug: string }) {
  const other = await db().course.findFirstOrThrow({ where: { slug: { not: data.slug } } });
  return db().course.update({ where: { id: other.id }, data });
}

test("the same inside a transaction", async () => {
  const error = await transaction(async (tx) => {
    await tx.cart.create({ data: cart("inside") });
    await tx.cart.create({ data: cart("inside") });
  }).catch((error: unknown) => error);
  expect(isDuplicateOf(error, "Cart_pkey")).toBe(true);
  expect(await db().cart.count({ where: { id: "inside" } })).toBe(0);
});

test("one of several constraints is enough; another one is a bug", async () => {
  const error = await errorOf(() => renameCourse({ slug: "iv-therapeutics" }));
  expect(isDuplicateOf(error, "Course_pkey", "Course_slug_key")).toBe(true);
  expect(isDuplicateOf(error, "Course_pkey")).toBe(false);
});

test("no unique constraint: undefined", async () => {
  const noSuchCart = { cartId: "none", courseFormatId: "none", quantity: 1, addedAt: at };
  expect(violatedConstraint(await errorOf((tx) => tx.cartLine.create({ data: noSuchCart })))).toBeUndefined();
  expect(violatedConstraint(new Error("another"))).toBeUndefined();
  expect(violatedConstraint(undefined)).toBeUndefined();
});
