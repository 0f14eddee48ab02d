import { afterAll, beforeAll, expect, test } from "vitest";
import { createStaffMember } from "~/accounts/staff-members.server";
import { PromotionId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { requireRecord } from "~/promotions/store/records.server";
import { saveNewPromotion, savePromotion } from "~/promotions/store/save.server";
import { type RunningShop, startShop } from "../support/shop/running-shop";
import { visitor } from "../support/visitor";

let shop: RunningShop;
let desk: ReturnType<typeof visitor>;
beforeAll(async () => {
  shop = await startShop({ databaseUrl: process.env.DATABASE_URL ?? "", mail: process.env.MAIL ?? "" });
  desk = visitor(shop.url);
  await desk.post("/staff/sign-in", await createStaffMember({ email: "desk@example.com", name: "Desk" }));
});
afterAll(() => shop.close());

const common = { startsAt: "2026-01-01T00:00", endsAt: "2036-01-01T00:00", status: "active", priority: "0" };
const limitedSale = { ...common, priceKind: "price", limit: "40", perCustomer: "2" };

async function create(kind: string, form: Record<string, string>): Promise<string> {
  const answer = await desk.post(`/staff/promotions/new?kind=${kind}`, { ...common, ...form });
  expect([answer.status, await answer.text()]).toEqual([303, ""]);
  return /\/staff\/promotions\/([^?]+)\?done=created$/.exec(answer.headers.get("Location") ?? "")?.[1] ?? "";
}
const textOf = async (path: string, who = desk) =>
  (await (await who.get(path)).text()).replace(/<script[\s\S]*?<\/script>/g, "").replace(/<!--.*?-->/g, "");

test("a limited sale is in the shop with the next page, named by its terms, and in the audit log", async () => {
  const id = await create("limited-sale", { ...limitedSale, courseIds: "joint-by-joint-mri", price: "9.50" });
  expect(await textOf("/courses/joint-by-joint-mri", visitor(shop.url))).toContain("$9.50");
  expect(await db().promotion.findUniqueOrThrow({ where: { id }, include: { stock: true } })).toMatchObject({
    name: "Joint by Joint at $9.50",
    stock: { capacity: 40, perCustomer: 2 },
  });
  expect(await textOf(`/staff/audit?subject=promotion:${id}`)).toContain("Joint by Joint at $9.50");
});

test("a draft is visible to staff only, until it is published", async () => {
  const id = await create("scheduled-sale", {
    priceKind: "percent-off",
    price: "50",
    courseIds: "the-sectional-body",
    status: "draft",
    name: "Half",
  });
  const page = (who?: typeof desk) => textOf("/courses/the-sectional-body", who);
  expect(await page(visitor(shop.url))).not.toContain("Half");
  expect(await textOf(`/staff/promotions/${id}/preview`)).toContain("Half");
  const published = await desk.post(`/staff/promotions/${id}`, { act: "publish", version: "1" });
  expect(published.status).toBe(303);
  expect(await page(visitor(shop.url))).toContain("Half");
  const late = await desk.post(`/staff/promotions/${id}`, { act: "pause", version: "1" });
  expect(late.status).toBe(409);
  expect((await desk.post(`/staff/promotions/${id}`, { act: "end", version: "2" })).status).toBe(303);
  expect(await page(visitor(shop.url))).not.toContain("Half");
});

test.each<{ kind: string; form: Record<string, string>; words: string }>([
  {
    kind: "limited-sale",
    form: { ...limitedSale, courseIds: "iv-therapeutics", price: "999.00" },
    words: "less than the lowest regular price",
  },
  {
    kind: "limited-sale",
    form: { ...limitedSale, courseIds: "iv-therapeutics", price: "9.00", endsAt: "2025-01-01T00:00" },
    words: "later than the start",
  },
  {
    kind: "coupon",
    form: { discountKind: "percent-off", discount: "10", codes: "TEN" },
    words: "The code TEN already belongs to",
  },
  { kind: "bundle", form: { courseIds: "iv-therapeutics", price: "10.00" }, words: "two or more courses" },
])(
  "an invalid $kind is rejected next to its field, and what was typed stays: $words",
  async ({ kind, form, words }) => {
    const before = await db().promotion.count();
    const answer = await desk.post(`/staff/promotions/new?kind=${kind}`, { ...common, name: "Typed by me", ...form });
    expect(answer.status).toBe(400);
    const html = await answer.text();
    expect(html).toContain(words);
    expect(html).toContain('value="Typed by me"');
    expect(await db().promotion.count()).toBe(before);
  },
);

test("bulk codes work once each, and their download is in the audit log", async () => {
  const id = await create("coupon", { discountKind: "percent-off", discount: "20", name: "For friends" });
  const make = () => desk.post(`/staff/promotions/${id}/codes`, { count: "3", prefix: "pal", known: "0" });
  expect((await make()).status).toBe(303);
  const again = await make();
  expect([again.status, (await again.text()).includes("There are now 3.")]).toEqual([409, true]);
  const csv = await desk.get(`/staff/promotions/${id}/codes.csv`);
  expect(csv.headers.get("Content-Type")).toContain("text/csv");
  const [, ...rows] = (await csv.text()).trim().split("\r\n");
  expect(rows).toHaveLength(3);
  const code = rows[0]?.split(",")[0] ?? "";
  expect(code).toMatch(/^PAL-\w{4}-\w{4}-\w{4}$/);
  const shopper = visitor(shop.url);
  await shopper.add("iv-therapeutics.test_only");
  await shopper.post("/cart", { intent: "enter-code", code });
  expect(await textOf("/cart", shopper)).toContain("For friends");
  expect(await textOf(`/staff/audit?subject=promotion:${id}`)).toContain("codes downloaded");
  const refused = await desk.post(`/staff/promotions/${id}/codes`, { count: "10001", known: "3" });
  expect([refused.status, (await refused.text()).includes("Enter 10000 or less.")]).toEqual([400, true]);
});

test("the simulator prices any cart with the shop's own function and exports its document", async () => {
  const query =
    "at=2026-11-24T12:00&format=iv-therapeutics.ebook&quantity=3&use=iv-therapeutics-sale&left-iv-therapeutics-sale=1";
  const html = await textOf(`/staff/promotions/simulator?${query}`);
  expect(html).toContain("limited sale −$29.50");
  const document = await (await desk.get(`/staff/promotions/simulator.json?${query}`)).json();
  expect(document).toMatchObject({
    lines: [{ id: "iv-therapeutics.ebook", quantity: 3 }],
    stock: { units: { "iv-therapeutics-sale": 1 } },
  });
  expect(await textOf("/staff/promotions/simulator?at=never&format=iv-therapeutics.ebook&quantity=0")).toContain(
    "Enter a whole number from 1 to 10000.",
  );
});

test("the calendar shows overlaps, and the report opens", async () => {
  expect(await textOf("/staff/promotions/calendar")).toContain("Overlaps");
  expect(await textOf("/staff/promotions/iv-therapeutics-sale/report")).toContain("Discounts");
  expect((await desk.get("/staff/promotions/iv-therapeutics-sale/codes")).status).toBe(404);
});

test("every page says what a save did", async () => {
  const form = { ...limitedSale, courseIds: "the-sectional-body", price: "9.50", status: "draft" };
  const id = await create("limited-sale", form);
  const path = `/staff/promotions/${id}`;
  expect(await textOf(`${path}?done=created`)).toContain("Created. This is a draft");
  await desk.post(path, { act: "publish", version: "1" });
  expect(await textOf(`${path}?done=saved`)).toContain("Saved. Shoppers see it now.");
  await desk.post(path, { act: "pause", version: "2" });
  expect(await textOf(`${path}?done=saved`)).toContain("Saved. It is paused");
});

test("PRICING 11: the audit log shows which course replaced another in a long list", async () => {
  const { values } = await requireRecord(db(), PromotionId.parse("iv-therapeutics-sale"));
  const courses = await db().course.findMany({ where: { status: "published" }, take: 6, orderBy: { title: "asc" } });
  const price = { kind: "percent-off" as const, basisPoints: 500 };
  const of = (chosen: typeof courses) => ({
    ...values,
    limit: 40,
    terms: { ...values.terms, kind: "limited-sale" as const, scope: { courseIds: chosen.map(({ id }) => id) }, price },
  });
  const actor = "desk@example.com";
  const created = await saveNewPromotion(of(courses.slice(0, 5)), { actor });
  const promotionId = created.ok ? created.value : "";
  await savePromotion({
    promotionId: PromotionId.parse(promotionId),
    version: 1,
    values: of([...courses.slice(0, 4), ...courses.slice(5)]),
    actor,
  });
  const audit = (await textOf(`/staff/audit?subject=promotion:${promotionId}`)).replaceAll("&#x27;", "’");
  expect(audit).toMatch(new RegExp(`terms: [^<]*${courses[4]?.title} → [^<]*${courses[5]?.title}<`));
});
