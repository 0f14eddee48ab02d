import { expect, test } from "vitest";
import { PromotionId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { noTotalLimit } from "~/stock/claim";
import { couponValues, saleTermsAt } from "../../../tests/support/promotions/promotion-values";
import { requireRecord } from "./records.server";
import { saveNewPromotion, savePromotion } from "./save.server";

const actor = "ines@example.com";

test("PRICING 11, 12: a new promotion has its first version, its stock, and its audit row", async () => {
  const created = await saveNewPromotion(
    { ...couponValues([]), terms: saleTermsAt(80), limit: 5, perCustomer: 2 },
    { actor },
  );
  const id = created.ok ? created.value : "";
  expect(await requireRecord(db(), PromotionId.parse(id))).toMatchObject({
    version: 1,
    sold: 0,
    held: 0,
    values: { limit: 5, perCustomer: 2 },
  });
  expect(await db().promotionVersion.count({ where: { promotionId: id, version: 1 } })).toBe(1);
  expect(await db().auditEntry.findFirst({ where: { subject: `promotion:${id}` } })).toMatchObject({
    actor,
    action: "promotion.created",
    after: { limit: 5, terms: saleTermsAt(80) },
  });
});

test("a coupon without a total still counts its uses and can get a total later", async () => {
  const created = await saveNewPromotion(couponValues(["SPRING"]), { actor });
  const id = created.ok ? created.value : "";
  const record = await requireRecord(db(), PromotionId.parse(id));
  expect(record.values).toMatchObject({ limit: null, perCustomer: 1, codes: ["SPRING"] });
  expect(await db().stock.findUniqueOrThrow({ where: { id } })).toMatchObject({ capacity: noTotalLimit });
  const limited = await savePromotion({
    promotionId: PromotionId.parse(id),
    version: 1,
    values: { ...record.values, limit: 100 },
    actor,
  });
  expect(limited).toEqual({ ok: true, value: ["limit"] });
  expect(await db().stock.findUniqueOrThrow({ where: { id } })).toMatchObject({ capacity: 100 });
});

test("a code belongs to one promotion, and a rejected form leaves nothing behind", async () => {
  expect(await saveNewPromotion(couponValues(["ONLYONE"]), { actor })).toMatchObject({ ok: true });
  const count = await db().promotion.count();
  const second = await saveNewPromotion(couponValues(["OTHER", "ONLYONE"], { name: "Another" }), { actor });
  expect(second).toMatchObject({
    problem: { problems: [{ field: "codes", message: "The code ONLYONE already belongs to “Ten percent”." }] },
  });
  expect([await db().promotion.count(), await db().couponCode.count({ where: { code: "OTHER" } })]).toEqual([count, 0]);
});

test("if two people save the same code in parallel, one is refused", async () => {
  const results = await Promise.all(
    [1, 2].map((n) => saveNewPromotion(couponValues(["RACE"], { name: `Race ${n}` }), { actor })),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await db().couponCode.count({ where: { code: "RACE" } })).toBe(1);
});

test("a form sent twice creates one promotion; one changed in between creates another", async () => {
  const sent = () =>
    saveNewPromotion(couponValues([], { name: "Once" }), { actor, id: PromotionId.parse("sent-twice") });
  const results = await Promise.all([sent(), sent()]);
  expect([...results, await sent()]).toEqual([1, 2, 3].map(() => ({ ok: true, value: "sent-twice" })));
  expect(await db().promotion.count({ where: { name: "Once" } })).toBe(1);
  expect(await db().auditEntry.count({ where: { subject: "promotion:sent-twice" } })).toBe(1);
  const other = await saveNewPromotion(couponValues([], { name: "Twice" }), {
    actor,
    id: PromotionId.parse("sent-twice"),
  });
  expect(other.ok && other.value).not.toBe("sent-twice");
  expect(await db().promotion.count({ where: { name: "Twice" } })).toBe(1);
});

test("a removed code can be used by another promotion", async () => {
  const created = await saveNewPromotion(couponValues(["FREED", "KEPT"]), { actor });
  const promotionId = created.ok ? created.value : "";
  const { values, version } = await requireRecord(db(), PromotionId.parse(promotionId));
  const edited = await savePromotion({
    promotionId: PromotionId.parse(promotionId),
    version,
    values: { ...values, codes: ["KEPT"] },
    actor,
  });
  expect(edited).toEqual({ ok: true, value: ["codes"] });
  expect(await saveNewPromotion(couponValues(["FREED"]), { actor })).toMatchObject({ ok: true });
});
