import { beforeEach, expect, test } from "vitest";
import { readCatalog } from "~/catalog/read/catalog.server";
import { CourseFormatId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { coupon, makePromotion } from "../../../tests/support/promotions/make-promotion";
import { readOffers } from "./offers.server";

const limited = "iv-therapeutics-sale";
const book = "iv-therapeutics.book_by_mail";
const ebook = "joint-by-joint-mri.ebook";

const offerOf = async (formatId: string) => (await readOffers(await readCatalog())).get(CourseFormatId.parse(formatId));
let percent = 500;
/** A sale on all MR courses, better than the one before it. */
async function saleOfMr(more: object = {}) {
  percent += 500;
  const price = { kind: "percent-off", basisPoints: percent };
  const id = await makePromotion({
    terms: { kind: "scheduled-sale", scope: { disciplines: ["MR"] }, price },
    name: "MR month",
  });
  await db().promotion.update({ where: { id }, data: more });
  return id;
}

beforeEach(async () => {
  await db().promotion.updateMany({ where: { name: "MR month" }, data: { status: "paused" } });
  await db().promotion.update({ where: { id: limited }, data: { status: "active" } });
  await db().stock.update({ where: { id: limited }, data: { capacity: 40 } });
});

test("a limited sale shows its units, its limit per customer, and its end", async () => {
  expect(await offerOf(book)).toMatchObject({
    price: 9950,
    regular: 12900,
    sale: { promotionId: limited, unitsLeft: 40, perCustomer: 2 },
    isSaleSoldOut: false,
  });
});

test("a limited sale without units left is shown as sold out, at the regular price", async () => {
  await db().stock.update({ where: { id: limited }, data: { capacity: 0 } });
  expect(await offerOf(book)).toMatchObject({ price: 12900, sale: undefined, isSaleSoldOut: true });
});

test("a sale on a whole discipline covers every course in it, without a count of units left", async () => {
  const promotionId = await saleOfMr();
  expect(await offerOf(ebook)).toMatchObject({
    price: 5310,
    regular: 5900,
    sale: { promotionId, name: "MR month", unitsLeft: null, perCustomer: null },
  });
  expect(await offerOf("dxa-scanning-essentials.ebook")).toMatchObject({ price: 2000, sale: undefined });
});

test("promotions that need a code or several units are in no offer", async () => {
  await makePromotion({ terms: coupon({ basisPoints: 9000 }), codes: ["NINETY"] });
  await makePromotion({ terms: { kind: "quantity-tiers", scope: {}, tiers: [{ quantity: 2, discount: 9000 }] } });
  expect(await offerOf(ebook)).toMatchObject({ price: 5900, sale: undefined, isSaleSoldOut: false });
});

test("an offer says whether its sale is featured, and paused sales have no offer", async () => {
  expect(await offerOf(book)).toMatchObject({ sale: { promotionId: limited, isFeatured: true } });
  await db().promotion.update({ where: { id: limited }, data: { status: "paused" } });
  expect(await offerOf(book)).toMatchObject({ price: 12900, sale: undefined, isSaleSoldOut: false });
  await saleOfMr({ featured: true });
  expect(await offerOf(ebook)).toMatchObject({ sale: { name: "MR month", unitsLeft: null, isFeatured: true } });
});
