import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "~/platform/db/client.server";
import { type RunningShop, startShop } from "../support/shop/running-shop";
import { until } from "../support/until";
import { filledCheckout, sessionIdIn, visitor } from "../support/visitor";

const ebook = "ct-radiation-dose-and-protection.ebook";
const book = "radiation-protection-in-radiography.book_by_mail";
const enough = 20_000;

let shop: RunningShop;
beforeAll(async () => {
  shop = await startShop({ databaseUrl: process.env.DATABASE_URL ?? "", mail: process.env.MAIL ?? "" });
});
afterAll(() => shop.close());

const orderOf = (sessionId: string) => db().order.findUniqueOrThrow({ where: { stripeSessionId: sessionId } });

async function shopper(courseFormatId = ebook) {
  const guest = visitor(shop.url);
  await guest.add(courseFormatId);
  return guest;
}

test.each([
  { script: "Arabic", name: "محمد الأمين بن يوسف", line1: "١٢ شارع القناة", city: "ماديسون" },
  { script: "Chinese, Japanese, Korean", name: "王小明 やまだ 김민준", line1: "运河街12号", city: "麦迪逊" },
  { script: "emoji", name: "Ada 🩻 Lim", line1: "12 🚢 Street", city: "Port 🌳" },
  { script: "combining", name: "Zoe\u0308 N\u0303o\u0308el", line1: "12 Ru\u0308ckert St", city: "Mu\u0308nster" },
  { script: "200 characters", name: "é".repeat(200), line1: "x".repeat(200), city: "y".repeat(100) },
])(
  "a name and an address in $script are kept as they are typed, up to Stripe and back",
  async ({ name, line1, city }) => {
    const guest = await shopper(book);
    const answer = await guest.checkOut(
      { email: "any.script@example.com", agreedCents: enough, certificateName: name },
      { "address.name": name, "address.line1": line1, "address.city": city },
    );
    const sessionId = sessionIdIn(answer);
    await shop.control(`sessions/${sessionId}/pay`, { outcome: "paid" });
    await until(async () => expect((await orderOf(sessionId)).state).toBe("paid"));
    const order = await orderOf(sessionId);
    const written = { name: name.normalize("NFC"), line1: line1.normalize("NFC"), city: city.normalize("NFC") };
    expect(order.certificateName).toBe(written.name);
    expect(order.shippingAddress).toMatchObject({
      name: written.name,
      address: { line1: written.line1, city: written.city, postal_code: "53299", country: "US" },
    });
    expect(order.totalCents).toBe(order.itemsCents + order.shippingCents);
    expect(order.weightGrams).toBeGreaterThan(120);
    expect(order.shippingZone).not.toBeNull();
  },
);

test.each([
  ["first.last+ce_2026@example.com"],
  ["o'neil@example.co.uk"],
  [`${"long".repeat(16)}@example.com`],
  ["josé@bücher.example", "josé@xn--bcher-kva.example"],
  ["用户@例え.example", "用户@xn--r8jz45g.example"],
  ["UPPER@EXAMPLE.COM", "UPPER@example.com"],
])("an unusual but valid e-mail address leads to payment: %s", async (email, stored = email) => {
  const guest = await shopper();
  const order = await orderOf(sessionIdIn(await guest.checkOut({ email, agreedCents: enough })));
  expect(order.email).toBe(stored);
});

const control = "Ada\u0007Lim";
const reversed = "Ada\u202eLim";

test.each<{ story: string; change: Record<string, string> }>([
  { story: "a quoted local part", change: { email: '"ada lim"@example.com' } },
  { story: "a header smuggled into the address", change: { email: "a@example.com\r\nBcc: b@example.com" } },
  { story: "an address of 5,000 characters", change: { email: `${"a".repeat(5000)}@example.com` } },
  { story: "a control character in the name", change: { certificateName: control } },
  { story: "a name that reverses the text direction", change: { certificateName: reversed } },
  { story: "a name of 201 characters", change: { certificateName: "x".repeat(201) } },
  { story: "a name without a letter", change: { certificateName: "🩻🩻" } },
  { story: "no name", change: { certificateName: "" } },
  { story: "terms not agreed to", change: { terms: "" } },
  { story: "no answer to who the courses are for", change: { purpose: "" } },
  { story: "a gift without a recipient", change: { purpose: "gift" } },
  {
    story: "a gift message of 50,000 characters",
    change: {
      purpose: "gift",
      "recipient.name": "Kim",
      "recipient.email": "kim@example.com",
      "recipient.message": "x".repeat(50_000),
    },
  },
  { story: "more colleagues than units", change: seats(2) },
  {
    story: "a thousand colleagues",
    change: { purpose: "colleagues", seatList: "x, x@example.com\n".repeat(1000) },
  },
  { story: "fields that are objects and lists", change: { "email.x": "1", "certificateName[0]": "Ada" } },
  { story: "names of prototypes", change: { "__proto__.x": "1", "constructor.prototype": "1", email: "" } },
])("$story is a 400 with the reason, and no order", async ({ change }) => {
  const guest = await shopper();
  const before = await db().order.count();
  const answer = await guest.checkOut({ email: "bad@example.com", agreedCents: enough }, change);
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain("Please check this");
  expect(await db().order.count()).toBe(before);
});

test.each<{ story: string; change: Record<string, string>; status: number; says: string }>([
  { story: "a NUL in the address", change: { email: "a\u0000@example.com" }, status: 400, says: "can’t be read" },
  {
    story: "a message of 100,000 characters",
    change: { giftMessage: "x".repeat(100_000) },
    status: 413,
    says: "too large",
  },
])("SECURITY 23: $story is a $status that says what to do, and no order", async ({ change, status, says }) => {
  const guest = await shopper();
  const before = await db().order.count();
  const answer = await guest.checkOut({ email: "bad@example.com", agreedCents: enough }, change);
  expect(answer.status).toBe(status);
  expect(await answer.text()).toContain(says);
  expect(await db().order.count()).toBe(before);
});

test("SECURITY 23: a colleague at position 999,999,999 crashes no process", async () => {
  const guest = await shopper();
  const change = { purpose: "colleagues", "seats[999999999].name": "Kim" };
  expect((await guest.checkOut({ email: "bad@example.com", agreedCents: enough }, change)).status).toBe(400);
  expect((await guest.get("/checkout")).status).toBe(200);
});

function seats(count: number): Record<string, string> {
  const rows = Array.from({ length: count }, (_, index) => [
    [`seats[${index}].name`, `Person ${index}`],
    [`seats[${index}].email`, `person${index}@example.com`],
  ]);
  return { purpose: "colleagues", ...Object.fromEntries(rows.flat()) };
}

test.each(Object.keys(filledCheckout({ email: "x", agreedCents: 1 })).filter((name) => name !== "agreedCents"))(
  "a form without %s is no order, and keeps what else was typed",
  async (name) => {
    const guest = await shopper(book);
    const before = await db().order.count();
    const { [name as "email"]: _, ...rest } = filledCheckout({ email: "whole@example.com", agreedCents: enough });
    const answer = await guest.post("/checkout", rest);
    expect(answer.status).toBe(400);
    if (name !== "certificateName") expect(await answer.text()).toContain('value="Ada Lim"');
    expect(await db().order.count()).toBe(before);
  },
);

test.each(["0", "1", "-1", "NaN", "1e9", "0x2674", "99999999999999999999", "", "9950.5"])(
  "an agreed total of %j never charges more than it says: the true total is shown for consent",
  async (agreedCents) => {
    const guest = await shopper();
    const before = await db().order.count();
    const answer = await guest.checkOut({ email: "tampered@example.com", agreedCents: 1 }, { agreedCents });
    expect([200, 409]).toContain(answer.status);
    const page = await answer.text();
    expect(page).toContain("Agree and pay");
    expect(page).toContain('name="agreedCents" value="2800"');
    expect(await db().order.count()).toBe(before);
  },
);

test("an agreed total far above the real one still charges the real one", async () => {
  const guest = await shopper();
  const answer = await guest.checkOut({ email: "generous@example.com", agreedCents: 999_999_999 });
  expect((await orderOf(sessionIdIn(answer))).totalCents).toBe(2800);
});

test("a course retired after the page loaded is reported in the cart, and nothing is ordered", async () => {
  const slug = "mri-screening-and-safety";
  const guest = await shopper(`${slug}.ebook`);
  expect((await guest.get("/checkout")).status).toBe(200);
  await retire(slug, "retired");
  const before = await db().order.count();
  const answer = await guest.checkOut({ email: "retired@example.com", agreedCents: enough });
  expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/cart"]);
  expect(await db().order.count()).toBe(before);
  expect(await (await guest.get("/cart")).text()).toContain("Fix the items marked");
  expect((await guest.get("/checkout")).headers.get("Location")).toBe("/cart");
  await retire(slug, "published");
  expect((await guest.get("/checkout")).status).toBe(200);
});

async function retire(id: string, status: "retired" | "published") {
  await db().course.update({ where: { id }, data: { status } });
  await db().shop.update({ where: { id: 1 }, data: { catalogRevision: { increment: 1 } } });
}

test("a book added to the cart in another tab: its address is asked for before anything is ordered", async () => {
  const guest = await shopper();
  await guest.add(book);
  const { email, certificateName, purpose, terms } = filledCheckout({ email: "tab@example.com", agreedCents: enough });
  const answer = await guest.post("/checkout", { email, certificateName, purpose, terms, agreedCents: String(enough) });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain("Enter the street address or PO box.");
  expect(await db().order.count({ where: { email: "tab@example.com" } })).toBe(0);
});

test("SCENARIO 15: a payment in a currency other than the store's is never fulfilled and needs attention", async () => {
  const guest = await shopper();
  const sessionId = sessionIdIn(await guest.checkOut({ email: "euro@example.com", agreedCents: enough }));
  // As if Stripe's session had a different currency from the order we stored.
  await db().order.update({ where: { stripeSessionId: sessionId }, data: { currency: "eur" } });
  await shop.control(`sessions/${sessionId}/pay`, { outcome: "paid" });
  await until(async () => expect((await orderOf(sessionId)).state).toBe("attention"));
  const { id } = await orderOf(sessionId);
  expect(await db().enrollment.count({ where: { orderId: id } })).toBe(0);
  const event = await db().orderEvent.findFirstOrThrow({ where: { orderId: id, state: "attention" } });
  expect(event.detail).toContain("currency is usd, not eur");
});

test("a country we don't ship to is reported next to the country", async () => {
  const guest = await shopper(book);
  const answer = await guest.checkOut({ email: "far@example.com", agreedCents: enough }, { "address.country": "AQ" });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toMatch(/id="checkout-address\.country-error"[^>]*>We don’t ship books to this address/);
  expect(await db().order.count({ where: { email: "far@example.com" } })).toBe(0);
});
