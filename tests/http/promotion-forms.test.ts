import { afterAll, beforeAll, expect, test } from "vitest";
import { createStaffMember } from "~/accounts/staff-members.server";
import { db } from "~/platform/db/client.server";
import { newSecret } from "~/platform/secrets.server";
import { type RunningShop, startShop } from "../support/shop/running-shop";
import { visitor } from "../support/visitor";

let shop: RunningShop;
let desk: ReturnType<typeof visitor>;
beforeAll(async () => {
  shop = await startShop({ databaseUrl: process.env.DATABASE_URL ?? "", mail: process.env.MAIL ?? "" });
  desk = visitor(shop.url);
  await desk.post("/staff/sign-in", await createStaffMember({ email: "forms@example.com", name: "Forms" }));
});
afterAll(() => shop.close());

const common = { startsAt: "2026-01-01T00:00", endsAt: "2036-01-01T00:00", status: "draft", name: "Any" };
const course = "joint-by-joint-mri";

/** Sends a form in which a name can appear several times, like a browser's checkboxes. */
function send(path: string, fields: [string, string][]) {
  const address = path.startsWith("/staff") ? path : `/staff/promotions/new?kind=${path}`;
  const form = new URLSearchParams([...Object.entries(common), ...fields]);
  // The visitor's own `post` takes each name once.
  return fetch(`${shop.url}${address}`, {
    method: "POST",
    body: form,
    redirect: "manual",
    headers: { Origin: shop.url, Cookie: [...desk.cookies].map((pair) => pair.join("=")).join("; ") },
  });
}

test.each<{ kind: string; fields: [string, string][]; terms: object }>([
  {
    kind: "bundle",
    fields: [
      ["courseIds", course],
      ["courseIds", "iv-therapeutics"],
      ["formats", "ebook"],
      ["price", "99.00"],
    ],
    terms: {
      items: [course, "iv-therapeutics"].map((courseId) => ({ courseId, formats: ["ebook"] })),
      price: 9900,
    },
  },
  {
    kind: "buy-x-get-y",
    fields: [
      ["formats", "ebook"],
      ["buy", "2"],
      ["get", "1"],
      ["discount", "100"],
      ["rewardCourseIds", course],
    ],
    terms: { scope: { formats: ["ebook"] }, buy: 2, get: 1, discount: 10_000, reward: { courseIds: [course] } },
  },
  {
    kind: "quantity-tiers",
    fields: [
      ["disciplines", "CT"],
      ["disciplines", "MR"],
      ["creditsFrom", "16.25"],
      ["count", "scope"],
      ["tiers[0].quantity", "3"],
      ["tiers[0].discount", "12.5"],
      ["tiers[1].quantity", ""],
      ["tiers[1].discount", ""],
    ],
    terms: {
      scope: { disciplines: ["CT", "MR"], credits: { min: 1625 } },
      tiers: [{ quantity: 3, discount: 1250 }],
    },
  },
  {
    kind: "gift",
    fields: [
      ["giftCourseId", course],
      ["minimumSpend", "200"],
      ["combinesSales", "on"],
    ],
    terms: { courseId: course, scope: {}, minimumSpend: 20_000, combinesWith: { sales: true, coupons: false } },
  },
])("a $kind is created from a plain form, and its page opens", async ({ kind, fields, terms }) => {
  const answer = await send(kind, fields);
  expect(answer.status).toBe(303);
  const path = answer.headers.get("Location") ?? "";
  const id = /promotions\/([^?]+)/.exec(path)?.[1];
  expect((await db().promotion.findUniqueOrThrow({ where: { id } })).terms).toMatchObject({ kind, ...terms });
  expect((await desk.get(path)).status).toBe(200);
});

test("a form sent twice creates one promotion", async () => {
  const [id, before] = [newSecret(), await db().promotion.count()];
  const fields: [string, string][] = [
    ["id", id],
    ["courseIds", course],
    ["priceKind", "price"],
    ["price", "9.50"],
    ["limit", "40"],
  ];
  const answers = await Promise.all([send("limited-sale", fields), send("limited-sale", fields)]);
  const target = `/staff/promotions/${id}?done=created`;
  expect(answers.map((answer) => answer.headers.get("Location"))).toEqual([target, target]);
  expect(await db().promotion.count()).toBe(before + 1);
});

test("renaming a sale whose course was retired keeps its courses", async () => {
  const made = await send("scheduled-sale", [
    ["courseIds", course],
    ["priceKind", "percent-off"],
    ["price", "10"],
  ]);
  const id = /promotions\/([^?]+)/.exec(made.headers.get("Location") ?? "")?.[1] ?? "";
  await db().course.update({ where: { id: course }, data: { status: "retired" } });
  await db().shop.update({ where: { id: 1 }, data: { catalogRevision: { increment: 1 } } });
  const html = await (await desk.get(`/staff/promotions/${id}`)).text();
  expect(html).toContain("Joint by Joint (not published)");
  const box = new RegExp(`<input[^>]*name="courseIds"[^>]*value="${course}"[^>]*>`).exec(html)?.[0];
  expect(box).toContain("checked");
  const before = await termsOf(id);
  const saved = await send(`/staff/promotions/${id}`, [
    ["version", "1"],
    ["courseIds", course],
    ["priceKind", "percent-off"],
    ["price", "10"],
    ["priority", "0"],
  ]);
  expect(saved.status).toBe(303);
  expect(await termsOf(id)).toEqual(before);
});

async function termsOf(id: string): Promise<object> {
  return (await db().promotion.findUniqueOrThrow({ where: { id } })).terms as object;
}

test("the list shows what the URL asks for, or everything if that is unknown", async () => {
  const list = async (query: string) => (await desk.get(`/staff/promotions?${query}`)).text();
  expect(await list("state=running&kind=coupon")).toContain("10% off, not on sale prices");
  expect(await list("state=running&kind=coupon")).not.toContain("/staff/promotions/iv-therapeutics-sale");
  expect(await list("state=ended&kind=coupon")).toContain("No promotions match.");
  expect(await list("state=gone&kind=none")).toContain("/staff/promotions/iv-therapeutics-sale");
});
