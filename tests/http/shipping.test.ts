import { afterAll, beforeAll, expect, test } from "vitest";
import { createStaffMember } from "~/accounts/staff-members.server";
import { db } from "~/platform/db/client.server";
import { orderLink } from "../support/orders/links";
import { createSampleOrder } from "../support/orders/sample-order";
import { pdfText } from "../support/pdf-text";
import { type RunningShop, startShop } from "../support/shop/running-shop";
import { visitor } from "../support/visitor";

let shop: RunningShop;
let staff: ReturnType<typeof visitor>;
let order: string;
beforeAll(async () => {
  order = await createSampleOrder({ state: "paid", number: 1042, saleUnits: 2 });
  shop = await startShop({ databaseUrl: process.env.DATABASE_URL ?? "", mail: process.env.MAIL ?? "" });
  staff = visitor(shop.url);
  await staff.post("/staff/sign-in", await createStaffMember({ email: "dana@example.com", name: "Dana" }));
});
afterAll(() => shop.close());

const text = async (path: string) => {
  const page = await (await staff.get(path)).text();
  return page
    .replaceAll(/<!-- -->|<\/?bdi>/g, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'");
};
const hidden = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? "";
const pages = async (path: string) => pdfText(Buffer.from(await (await staff.get(path)).arrayBuffer()));

test("a zone with two rates, without JavaScript: rejected with messages, then created, and the calculator uses it", async () => {
  const id = hidden(await text("/staff/shipping/zones/new"), "id");
  const form = {
    id,
    name: "Mexico",
    regions: "CA",
    "rates[0].upTo": "1 lb",
    "rates[0].price": "21.95",
    "rates[1].upTo": "2 kg",
    "rates[1].price": "19.95",
  };
  const refused = await staff.post("/staff/shipping/zones/new", form);
  const page = (await refused.text()).replaceAll("&#x27;", "'");
  expect(refused.status).toBe(400);
  expect(page).toContain("Already in another zone: Canada (in Canada). Remove it there first.");
  expect(page).toContain("A heavier parcel can’t cost less than a lighter one ($21.95).");
  expect(page).toContain('value="21.95"');
  const created = await staff.post("/staff/shipping/zones/new", { ...form, regions: "MX", "rates[1].price": "39.95" });
  expect(created.headers.get("Location")).toBe("/staff/shipping?done=created");
  const shipping = await text("/staff/shipping?done=created");
  expect(shipping).toContain("Created. Carts now use its prices.");
  expect(shipping).toContain("up to 454 g (1 lb): $21.95");
  const quote = await text("/staff/shipping?country=MX&state=&book=iv-therapeutics.book_by_mail&copies=1");
  expect(quote).toContain("1 × 375 g + 120 g packaging = 495 g (1 lb 1.5 oz)");
  expect(quote).toContain("Shipping: Mexico: <strong>$39.95</strong>");
});

test("two editors: the second sees both versions, keeps what was typed, and can save over it", async () => {
  const path = "/staff/shipping/zones/canada";
  const revision = hidden(await text(path), "revision");
  const form = { revision, name: "Canada", regions: "CA", "rates[0].upTo": "2 kg" };
  expect((await staff.post(path, { ...form, "rates[0].price": "29.95" })).status).toBe(303);
  const second = await staff.post(path, { ...form, "rates[0].price": "31.95" });
  const page = await second.text();
  expect(second.status).toBe(409);
  expect(page).toContain("Someone else saved first");
  for (const rate of ["up to 2 kg (4 lb 6.5 oz): $29.95", "up to 2 kg (4 lb 6.5 oz): $31.95", 'value="31.95"'])
    expect(page).toContain(rate);
  const again = { ...form, revision: hidden(page, "revision"), "rates[0].price": "31.95" };
  expect((await staff.post(path, again)).status).toBe(303);
  expect(await db().shippingRate.findMany({ where: { zoneId: "canada" } })).toMatchObject([{ priceCents: 3195 }]);
  expect((await staff.post(path, { delete: revision })).status).toBe(409);
});

test("a changed shipping price must be confirmed before payment", async () => {
  const guest = visitor(shop.url);
  await guest.add("radiation-protection-in-radiography.book_by_mail");
  const cart = await (await guest.get("/cart")).text();
  expect(cart).toContain("from $5.95");
  await db().shippingRate.updateMany({ where: { zoneId: "united-states", upToGrams: 500 }, data: { priceCents: 795 } });
  expect((await guest.checkOut({ email: "dear@example.com", agreedCents: 2800 + 595 })).status).toBe(409);
});

test("a cart too heavy for a parcel says so and can't be paid for", async () => {
  const guest = visitor(shop.url);
  await guest.add("positioning-by-landmark.book_by_mail", 20);
  await guest.add("computed-tomography-end-to-end.book_by_mail", 20);
  const cart = await (await guest.get("/cart")).text();
  expect(cart.replaceAll("<!-- -->", "")).toMatch(
    /These books weigh 45 lb [\d.]+ oz with packaging, and a parcel can weigh up to 44 lb/,
  );
  expect(cart).not.toContain('href="/checkout"');
  expect((await guest.checkOut({ email: "heavy@example.com", agreedCents: 99_999_999 })).headers.get("Location")).toBe(
    "/cart",
  );
  expect(await db().order.count({ where: { email: "heavy@example.com" } })).toBe(0);
});

test("an unpaid order can't be packed; a paid one can", async () => {
  const unpaid = await createSampleOrder({ state: "awaiting_payment", email: "unpaid@example.com" });
  const packing = "Pack and ship";
  expect(await text(`/staff/orders/${unpaid}`)).toContain("12 Canal Street");
  expect(await text(`/staff/orders/${unpaid}`)).not.toContain(packing);
  expect(await text(`/staff/orders/${order}`)).toContain(packing);
});

test("a parcel's life: listed, labeled, packed, sent in two, tracked by the buyer, one undone", async () => {
  expect(await text("/staff/shipping/parcels")).toContain("12 Canal Street, Port Alder, WI 53299");
  expect((await pages(`/staff/shipping/labels.pdf?orders=${order}&paper=a4&skip=2`))[0]).toContain("Order 1042");
  expect((await pages(`/staff/orders/${order}/label.pdf`))[0]).toContain("Quinn Osei-Larkspur");
  const [slip = ""] = await pages(`/staff/orders/${order}/packing-slip.pdf`);
  expect(slip).toContain("2 ×");
  expect(slip).not.toContain("$");

  const path = `/staff/orders/${order}/ship`;
  const page = await text(path);
  const form = {
    shipment: hidden(page, "shipment"),
    "lines[0].orderLineId": hidden(page, "lines\\[0\\]\\.orderLineId"),
    "lines[0].quantity": "3",
    carrier: "USPS",
    trackingNumber: "9400 1112 0255 5842 3326 69",
  };
  const tooMany = await staff.post(path, form);
  expect([tooMany.status, await tooMany.text()]).toEqual([
    400,
    expect.stringContaining("Only 2 copies are left to send."),
  ]);
  const one = { ...form, "lines[0].quantity": "1" };
  const double = await Promise.all([staff.post(path, one), staff.post(path, one)]);
  expect(double.map(({ headers }) => headers.get("Location"))).toEqual([
    `${path}?done=shipped`,
    `${path}?done=shipped`,
  ]);
  expect(await db().shipment.count({ where: { orderId: order } })).toBe(1);
  expect(await text("/staff/shipping/parcels")).toContain("(1 sent)");

  const buyer = async () =>
    (await (await visitor(shop.url).get((await orderLink(order)).order())).text()).replaceAll("<!-- -->", "");
  expect(await buyer()).toContain('href="https://tools.usps.com/go/TrackConfirmAction?tLabels=9400111202555842332669"');
  expect(await buyer()).toContain("1 book hasn’t shipped yet.");
  expect(await buyer()).not.toContain("dana@example.com");

  const next = { ...one, shipment: hidden(await text(path), "shipment"), trackingNumber: "" };
  expect((await staff.post(path, next)).status).toBe(303);
  expect(await text("/staff/shipping/parcels")).toContain("Every book has been sent.");
  expect(await text(path)).toContain("Nothing is left to send");
  expect((await staff.post(path, { undo: next.shipment })).headers.get("Location")).toBe(`${path}?done=undone`);
  expect((await staff.post(path, { undo: next.shipment })).status).toBe(409);
  expect(await text("/staff/audit?subject=order:")).toContain("order shipment undone");
});

test("a gift's slip has the message", async () => {
  await db().order.update({ where: { id: order }, data: { purpose: "gift", giftMessage: "Well done, Quinn!" } });
  const [slip = ""] = await pages(`/staff/shipping/packing-slips.pdf?orders=${order}`);
  for (const words of ["A gift for you", "Well done, Quinn!"]) expect(slip).toContain(words);
});
