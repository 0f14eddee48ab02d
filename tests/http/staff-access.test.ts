import { afterAll, beforeAll, expect, test } from "vitest";
import { createStaffMember, disableStaffMember } from "~/accounts/staff-members.server";
import { db } from "~/platform/db/client.server";
import { everyRoute } from "../support/every-route";
import { orderLink } from "../support/orders/links";
import { createSampleOrder } from "../support/orders/sample-order";
import { type RunningShop, startShop } from "../support/shop/running-shop";
import { visitor } from "../support/visitor";

type Visitor = ReturnType<typeof visitor>;

let shop: RunningShop;
let order: string;
let request: string;
beforeAll(async () => {
  order = await createSampleOrder({ email: "only.staff.may.see@example.com", state: "paid", number: 1001 });
  const data = { orderId: order, at: new Date(), reason: "only.staff.may.see", enrollmentIds: [] };
  request = (await db().refundRequest.create({ data })).id;
  await db().dispute.create({
    data: {
      ...{ id: "dp_sample", orderId: order, amountCents: 100, reason: "fraudulent", status: "needs_response" },
      openedAt: new Date(),
    },
  });
  shop = await startShop({ databaseUrl: process.env.DATABASE_URL ?? "", mail: process.env.MAIL ?? "" });
});
afterAll(() => shop.close());

const open = new Set(["staff/sign-in", "staff/sign-out"]);
const guarded = everyRoute.filter(({ pattern }) => /^staff(\/|$)/.test(pattern) && !open.has(pattern));
/** Where client-side navigation asks for one route's data alone, without its parents', and sends its form. */
const dataOf = (path: string, id: string) => `${path}?${new URLSearchParams({ _data: id })}`;

function fill(pattern: string): string {
  const values: Record<string, string> = {
    ":order": order,
    ":dispute": "dp_sample",
    // Only a coupon has codes.
    ":promotion": pattern.includes("/codes") ? "ten" : "iv-therapeutics-sale",
    ":format": "iv-therapeutics.book_by_mail",
    ":request": request,
    ":day": "2025-11-24",
    ":zone": "canada",
  };
  return `/${pattern.replace(/:\w+/g, (name) => values[name] ?? "none")}`;
}

let members = 0;
async function signedIn(): Promise<Visitor & { email: string }> {
  members += 1;
  const account = await createStaffMember({ email: `member${members}@example.com`, name: "Member" });
  const browser = visitor(shop.url);
  const answer = await browser.post("/staff/sign-in", account);
  expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/staff"]);
  return { ...browser, email: account.email };
}

const roles: { role: string; become: () => Promise<Visitor> }[] = [
  { role: "a visitor", become: async () => visitor(shop.url) },
  {
    role: "a visitor with a tampered cookie",
    become: async () => {
      const browser = await signedIn();
      for (const [name, value] of browser.cookies) browser.cookies.set(name, `${value.slice(0, -6)}AAAAAA`);
      return browser;
    },
  },
  {
    role: "a member whose session is over",
    become: async () => {
      const browser = await signedIn();
      const longAgo = new Date(Date.now() - 13 * 3_600_000);
      await db().staffSession.updateMany({ data: { createdAt: longAgo } });
      return browser;
    },
  },
  {
    role: "a member who signed out, with the old cookie",
    become: async () => {
      const browser = await signedIn();
      const old = new Map(browser.cookies);
      await browser.post("/staff/sign-out", {});
      for (const [name, value] of old) browser.cookies.set(name, value);
      return browser;
    },
  },
  {
    role: "a disabled member",
    become: async () => {
      const browser = await signedIn();
      await disableStaffMember(browser.email);
      return browser;
    },
  },
];

test("the matrix lists every staff screen", () => {
  expect(guarded.length).toBeGreaterThanOrEqual(9);
  for (const { file } of guarded) expect(file).toMatch(/^routes\/staff\//);
});

const change = { version: "1", price: "1.00", act: "pause", direction: "received", copies: "9", reason: "x" };

test.each(roles)(
  "SECURITY 8.2.1: $role is led to the sign-in from every staff address, and changes nothing",
  async ({ become }) => {
    const browser = await become();
    const before = await db().promotion.findMany();
    for (const { pattern, id } of guarded) {
      const path = fill(pattern);
      const signIn = `/staff/sign-in?${new URLSearchParams({ to: path })}`;
      const page = await browser.get(path);
      expect([page.status, page.headers.get("Location")], `GET ${path}`).toEqual([303, signIn]);

      const form = await browser.post(path, change);
      // An address without an action refuses any form; one with an action checks who sends it.
      if (form.status !== 405)
        expect([form.status, form.headers.get("Location")], `POST ${path}`).toEqual([303, signIn]);

      for (const route of [id, "routes/staff/layout"]) {
        const address = dataOf(path, route);
        const data = await browser.get(address);
        expect([data.status, data.headers.get("X-Remix-Redirect"), await data.text()], `GET ${address}`).toEqual([
          ...[204, signIn, ""],
        ]);
        const sent = await browser.post(address, change);
        if (sent.status !== 405)
          expect([sent.status, sent.headers.get("X-Remix-Redirect")], `POST ${address}`).toEqual([204, signIn]);
        expect(await sent.text()).not.toContain("only.staff.may.see");
      }
    }
    expect(await db().promotion.findMany()).toEqual(before);
  },
);

test("SECURITY 14.3.2: a staff member can open every staff address, and none may be cached", async () => {
  const browser = await signedIn();
  for (const { pattern, id } of guarded) {
    const path = fill(pattern);
    const page = await browser.get(path);
    for (const answer of [page, await browser.get(dataOf(path, id))]) {
      expect(answer.status, path).toBe(200);
      expect(answer.headers.get("Cache-Control"), path).toBe("no-store, private");
      expect(answer.headers.get("X-Robots-Tag"), path).toBe("noindex");
    }
    if (page.headers.has("Content-Disposition")) continue;
    const html = await page.text();
    expect(html, path).toContain("Sign out");
    expect(html, path).toContain('<meta name="robots" content="noindex"/>');
    expect(html, path).toMatch(/<title>[^<]+ · Staff<\/title>/);
  }
});

test("search engines are kept out of personal pages and nothing else", async () => {
  const browser = visitor(shop.url);
  const pathsOf = async (paths: string[]) =>
    Promise.all(
      paths.map(async (path) => {
        const page = await browser.get(path);
        const html = await page.text();
        return [path, page.headers.get("X-Robots-Tag"), html.includes('<meta name="robots" content="noindex"/>')];
      }),
    );
  const own = [
    "/cart",
    "/account/sign-in",
    "/staff/sign-in",
    "/verify",
    "/verify/none",
    (await orderLink(order)).order(),
    "/dev/mail",
  ];
  expect(await pathsOf(own)).toEqual(own.map((path) => [path, "noindex", true]));
  const everybodys = ["/", "/catalog", "/listings", "/listings/CT", "/faq", "/terms"];
  expect(await pathsOf(everybodys)).toEqual(everybodys.map((path) => [path, null, false]));
  const pdf = await browser.get("/listings/CT/pdf");
  expect([pdf.status, pdf.headers.get("X-Robots-Tag")]).toEqual([200, "noindex"]);
});

test.each([
  "orders/none",
  "orders/none/refund",
  "orders/none/resolve",
  "orders/none/evidence.pdf",
  "disputes/dp_none",
  "promotions/none",
  "books/none",
  "books/iv-therapeutics.ebook",
  "orders/none/ship",
  "orders/none/label.pdf",
  "orders/none/packing-slip.pdf",
  "shipping/zones/none",
])("a missing page is a 404 for staff: %s", async (path) => {
  const browser = await signedIn();
  expect((await browser.get(`/staff/${path}`)).status).toBe(404);
});
