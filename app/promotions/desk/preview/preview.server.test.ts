import { expect, test } from "vitest";
import { readCatalog } from "~/catalog/read/catalog.server";
import { toLocalField } from "~/core/dates";
import { db } from "~/platform/db/client.server";
import { makePromotion } from "../../../../tests/support/promotions/make-promotion";
import { readOffers } from "../../store/offers.server";
import { readPreview } from "./preview.server";

const day = 86_400_000;
const slug = "ct-radiation-dose-and-protection";

async function draft(terms: object, limit?: number) {
  const id = await makePromotion({ terms, limit });
  const startsAt = new Date(Date.now() + 7 * day);
  const endsAt = new Date(Date.now() + 9 * day);
  await db().promotion.update({ where: { id }, data: { published: false, startsAt, endsAt } });
  return { id, startsAt };
}
const half = { kind: "percent-off", basisPoints: 5000 };
const priceOf = (preview: Awaited<ReturnType<typeof readPreview>>) =>
  preview.shown?.view.formats.map(({ price, regular }) => [price, regular]);

test("a draft is previewed as it will be in its window, with its units, while the shop doesn't show it", async () => {
  const { id, startsAt } = await draft({ kind: "limited-sale", scope: { courseIds: [slug] }, price: half }, 7);
  const preview = await readPreview(id, {});
  expect(preview).toMatchObject({ at: startsAt, promotion: { state: "draft" }, problem: undefined });
  expect(preview.courses.map(({ value }) => value)).toEqual([slug]);
  for (const [price = 0, regular = 0] of priceOf(preview) ?? [])
    expect(price).toBe(regular - Math.floor((regular + 1) / 2));
  expect(preview.shown?.view.formats[0]?.sale?.left).toBe("7 left at this price");
  expect(preview.shown?.banner).toMatchObject({ unitsLeft: 7, cover: { slug } });

  const offers = await readOffers(await readCatalog());
  expect([...offers.values()].some(({ sale }) => sale?.promotionId === id)).toBe(false);
});

test("any course in the scope and any moment in the window can be chosen; other moments are rejected", async () => {
  const { id, startsAt } = await draft({ kind: "scheduled-sale", scope: {}, price: half });
  const later = toLocalField(new Date(startsAt.getTime() + day), "America/Chicago");
  const preview = await readPreview(id, { course: slug, at: later });
  expect(preview.shown?.slug).toBe(slug);
  expect(preview.at > startsAt).toBe(true);
  const refused = await readPreview(id, { at: "2020-01-01T00:00" });
  expect(refused.problem).toContain("Enter a time in between");
  expect(refused.typedAt).toBe("2020-01-01T00:00");
});

test.each([
  {
    story: "in effect only in the cart",
    terms: { kind: "quantity-tiers", scope: {}, tiers: [{ quantity: 3, discount: 1000 }] },
    reason: "in-cart",
  },
  { story: "sold out", terms: { kind: "limited-sale", scope: {}, price: half }, limit: 0, reason: "sold-out" },
  {
    story: "more expensive than another that is already running",
    terms: {
      kind: "scheduled-sale",
      scope: { courseIds: ["iv-therapeutics"], formats: ["ebook"] },
      price: { kind: "price", cents: 11000 },
    },
    reason: "others-are-better",
  },
])("a preview of a promotion that is $story says why it shows nothing", async ({ terms, limit, reason }) => {
  const { id } = await draft(terms, limit);
  const preview = await readPreview(id, {});
  expect([preview.shown, "reason" in preview && preview.reason]).toEqual([undefined, reason]);
});
