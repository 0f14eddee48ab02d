import { beforeEach, expect, test } from "vitest";
import { PromotionId, StockId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { readUnitsLeft } from "~/stock/units-left.server";
import { createSampleOrder } from "../../../tests/support/orders/sample-order";
import { saleTermsAt } from "../../../tests/support/promotions/promotion-values";
import type { PromotionValues } from "./check-values";
import { requireRecord } from "./records.server";
import { savePromotion } from "./save.server";

const promotionId = "iv-therapeutics-sale";
const actor = "ines@example.com";

const sale = async () => {
  const { values, version, sold, held } = await requireRecord(db(), PromotionId.parse(promotionId));
  return { ...values, version, sold, held };
};

async function edit(change: Partial<PromotionValues>, version?: number, by = actor) {
  const { values, version: current } = await requireRecord(db(), PromotionId.parse(promotionId));
  return savePromotion({
    promotionId: PromotionId.parse(promotionId),
    version: version ?? current,
    values: { ...values, ...change },
    actor: by,
  });
}

beforeEach(async () => {
  await db().stockHold.deleteMany();
  await db().stockCustomer.deleteMany();
  await db().stock.update({ where: { id: promotionId }, data: { capacity: 40, taken: 0, perCustomer: 2 } });
});

test("PRICING 11, 12: an edit creates a version, an audit row with before and after, and a new catalog revision", async () => {
  const before = await sale();
  const { catalogRevision } = await db().shop.findUniqueOrThrow({ where: { id: 1 } });
  const endsAt = new Date("2031-01-01T06:00:00Z");

  expect(await edit({ terms: saleTermsAt(89), limit: 50, endsAt })).toEqual({
    ok: true,
    value: ["terms", "limit", "endsAt"],
  });

  expect(await sale()).toMatchObject({
    version: before.version + 1,
    terms: saleTermsAt(89),
    limit: 50,
    perCustomer: 2,
    endsAt,
  });
  const version = await db().promotionVersion.findUniqueOrThrow({
    where: { promotionId_version: { promotionId, version: before.version + 1 } },
  });
  expect(version).toMatchObject({ terms: saleTermsAt(89), endsAt, status: "active" });
  const [entry] = await db().auditEntry.findMany({
    where: { subject: `promotion:${promotionId}` },
    orderBy: { at: "desc" },
  });
  expect(entry).toMatchObject({
    actor,
    action: "promotion.revised",
    before: { terms: before.terms, limit: 40, endsAt: before.endsAt.toISOString() },
    after: { terms: saleTermsAt(89), limit: 50, endsAt: endsAt.toISOString() },
  });
  expect((await db().shop.findUniqueOrThrow({ where: { id: 1 } })).catalogRevision).toBe(catalogRevision + 1);
});

test("an edit that changes nothing leaves nothing behind", async () => {
  const before = await sale();
  expect(await edit({})).toEqual({ ok: true, value: [] });
  expect((await sale()).version).toBe(before.version);
});

test("pausing and featuring are saved like any other edit", async () => {
  expect(await edit({ isPaused: true, isFeatured: false })).toMatchObject({ ok: true });
  expect(await db().promotion.findUniqueOrThrow({ where: { id: promotionId } })).toMatchObject({
    status: "paused",
    featured: false,
  });
  expect(await edit({ isPaused: false, isFeatured: true })).toMatchObject({ ok: true });
});

test("PRICING 4: the limit never goes below what is sold and held", async () => {
  await createSampleOrder({ email: "a@example.com", saleUnits: 2, state: "paid", number: 9001 });
  await createSampleOrder({ email: "b@example.com", saleUnits: 1 });
  expect(await edit({ limit: 2 })).toEqual({
    ok: false,
    problem: {
      kind: "refused",
      problems: [{ field: "limit", message: "The limit can't be below 3: 2 sold and 1 in open checkouts." }],
    },
  });
  expect(await edit({ limit: 3 })).toMatchObject({ ok: true });
  expect(await readUnitsLeft([StockId.parse(promotionId)])).toEqual(new Map([[promotionId, 0]]));
});

test("PRICING 5: a hold past its end doesn't prevent a lower limit, swept or not", async () => {
  await createSampleOrder({ saleUnits: 2, endsInMinutes: -1 });
  expect(await edit({ limit: 2 })).toMatchObject({ ok: true });
  expect(await db().stock.findUniqueOrThrow({ where: { id: promotionId } })).toMatchObject({ capacity: 2, taken: 0 });
});

test("the second of two editors gets what the first saved, and changes nothing", async () => {
  const { version } = await sale();
  expect(await edit({ terms: saleTermsAt(90) }, version, "first@example.com")).toMatchObject({ ok: true });
  const second = await edit({ terms: saleTermsAt(80) }, version, "second@example.com");
  expect(second).toMatchObject({
    ok: false,
    problem: { kind: "saved-by-other", current: { values: { terms: saleTermsAt(90) }, version: version + 1 } },
  });
  expect((await sale()).terms).toEqual(saleTermsAt(90));
});

test("of many parallel edits, exactly one is saved", async () => {
  const { version } = await sale();
  const results = await Promise.all([41, 42, 43, 44, 45, 46].map((limit) => edit({ limit }, version)));
  const saved = results.filter((result) => result.ok);
  expect(saved).toHaveLength(1);
  const after = await sale();
  expect(after.version).toBe(version + 1);
  expect(await db().auditEntry.count({ where: { after: { equals: { limit: after.limit } } } })).toBe(1);
});

test("a limit lowered while shoppers take units never ends up below what is taken", async () => {
  const takers = Array.from({ length: 8 }, (_, n) =>
    createSampleOrder({ email: `buyer${n}@example.com`, saleUnits: 1 }).catch(() => undefined),
  );
  const [lowered] = await Promise.all([edit({ limit: 4 }), ...takers]);
  const stock = await db().stock.findUniqueOrThrow({ where: { id: promotionId } });
  const { _sum } = await db().stockHold.aggregate({
    where: { stockId: promotionId, state: "held" },
    _sum: { units: true },
  });
  expect(stock.taken).toBe(_sum.units ?? 0);
  expect(stock.taken).toBeLessThanOrEqual(stock.capacity);
  expect(stock.capacity).toBe(lowered.ok ? 4 : 40);
});

test("a promotion that does not exist is a 404", async () => {
  const { values } = await requireRecord(db(), PromotionId.parse(promotionId));
  await expect(
    savePromotion({ promotionId: PromotionId.parse("none"), version: 1, values, actor }),
  ).rejects.toMatchObject({
    status: 404,
  });
});

test("a sale whose course has since been retired can be ended", async () => {
  await db().course.update({ where: { id: "iv-therapeutics" }, data: { status: "retired" } });
  await db().shop.update({ where: { id: 1 }, data: { catalogRevision: { increment: 1 } } });
  expect(await edit({ terms: saleTermsAt(79) })).toMatchObject({ problem: { problems: [{ part: "scope" }] } });
  expect(await edit({ endsAt: new Date() })).toEqual({ ok: true, value: ["endsAt"] });
  await db().course.update({ where: { id: "iv-therapeutics" }, data: { status: "published" } });
  await db().shop.update({ where: { id: 1 }, data: { catalogRevision: { increment: 1 } } });
});

test("of many parallel edits to a promotion without units, exactly one is saved, and none waits forever", async () => {
  const { values, version } = await requireRecord(db(), PromotionId.parse("ct-together"));
  const results = await Promise.all(
    Array.from({ length: 6 }, (_, n) =>
      savePromotion({
        promotionId: PromotionId.parse("ct-together"),
        version,
        values: { ...values, name: `Edit ${n}` },
        actor,
      }),
    ),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await requireRecord(db(), PromotionId.parse("ct-together"))).version).toBe(version + 1);
});
