import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "~/platform/db/client.server";
import { noTotalLimit } from "~/stock/claim";
import { coupon, makePromotion } from "../support/promotions/make-promotion";
import { type RunningShop, startShop } from "../support/shop/running-shop";
import { until } from "../support/until";
import { sessionIdIn, visitor } from "../support/visitor";

/** Three eBooks of $20.00 each. */
const [radiography, mammography, densitometry] = [
  "radiation-protection-in-radiography.ebook",
  "mammographic-positioning-and-compression.ebook",
  "dxa-scanning-essentials.ebook",
];

let shop: RunningShop;
let second: string;
beforeAll(async () => {
  shop = await startShop({ databaseUrl: process.env.DATABASE_URL ?? "", mail: process.env.MAIL ?? "" });
  second = await shop.addProcess();
});
afterAll(() => shop.close());

const usesOf = async (stockId: string) => (await db().stock.findUniqueOrThrow({ where: { id: stockId } })).taken;
const orderOf = (sessionId: string) =>
  db().order.findUniqueOrThrow({
    where: { stripeSessionId: sessionId },
    include: { lines: { include: { portions: { include: { adjustments: true } } } } },
  });
const pay = async (sessionId: string, outcome = "paid") => {
  await shop.control(`sessions/${sessionId}/pay`, { outcome });
  if (outcome === "paid") await until(async () => expect((await orderOf(sessionId)).state).toBe("paid"));
};
const enter = (guest: ReturnType<typeof visitor>, code: string) => guest.post("/cart", { intent: "enter-code", code });

/** A guest with one unit of each format in the cart and a code entered. */
async function shopper(formats: string[], code: string, at = shop.url) {
  const guest = visitor(shop.url, at);
  for (const format of formats) await guest.add(format);
  expect((await enter(guest, code)).status).toBe(303);
  return guest;
}

/** A sent e-mail as read, with quoted-printable decoded. */
function mailText(messageId: string): string {
  const file = readFileSync(`${process.env.MAIL?.slice("file:".length)}/${messageId}.eml`, "latin1");
  const bytes = file
    .replaceAll("\r\n", "\n")
    .replaceAll("=\n", "")
    .replace(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

const totalOn = async (page: Response) => /data-testid="total">([^<]+)</.exec(await page.text())?.[1];

/** The lines as Stripe has them: [quantity, unit amount, amount]. */
async function stripeLines(sessionId: string) {
  const path = `/v1/checkout/sessions/${sessionId}/line_items?limit=100&expand[]=data.price.product`;
  const answer = await fetch(`${shop.standIn.url}${path}`, { headers: { Authorization: "Bearer sk_test_stand_in" } });
  const { data } = (await answer.json()) as {
    data: {
      quantity: number;
      amount_total: number;
      price: { unit_amount: number; product: { description: string | null } };
    }[];
  };
  return data;
}

test("a code can be entered in any letter case, is shown with its discount, and can be removed", async () => {
  const guest = visitor(shop.url);
  await guest.add(radiography);
  await enter(guest, " t-e n ");
  const cart = await (await guest.get("/cart")).text();
  expect(cart).toContain("Coupon TEN: 10% off, not on sale prices");
  expect(cart).toContain("List $20.00 · coupon TEN −$2.00");
  expect(await totalOn(await guest.get("/cart"))).toBe("$18.00");
  expect(await totalOn(await guest.get("/checkout"))).toBe("$18.00");
  await guest.post("/cart", { intent: "remove-code", code: "TEN" });
  expect(await totalOn(await guest.get("/cart"))).toBe("$20.00");
});

test("an unknown code stays in its field with the reason next to it, and is not saved", async () => {
  const guest = visitor(shop.url);
  await guest.add(radiography);
  const answer = await enter(guest, "TENN");
  expect(answer.status).toBe(400);
  const page = await answer.text();
  expect(page).toContain("We don’t have a coupon with the code TENN.");
  expect(page).toMatch(
    /<input[^>]*aria-describedby="code-error"[^>]*value="TENN"|value="TENN"[^>]*aria-describedby="code-error"/,
  );
  expect(await (await guest.get("/cart")).text()).not.toContain("TENN");
  expect((await enter(guest, " ")).status).toBe(400);
});

test("a code the shopper can still qualify for is kept and says what is missing", async () => {
  await makePromotion({ terms: coupon({ basisPoints: 1000 }, { minimumSpend: 3000 }), codes: ["THIRTY"] });
  const guest = await shopper([radiography], "THIRTY");
  expect(await (await guest.get("/cart")).text()).toContain("Spend $10.00 more to use coupon THIRTY");
  await guest.add(mammography);
  expect(await totalOn(await guest.get("/cart"))).toBe("$36.00");
});

test("at most five codes are kept", async () => {
  const codes = ["FIVE1", "FIVE2", "FIVE3", "FIVE4", "FIVE5", "FIVE6"];
  for (const code of codes) await makePromotion({ terms: coupon({ cents: 100 }), codes: [code] });
  const guest = await shopper([radiography], codes[0] ?? "");
  const answers = await Promise.all(codes.slice(1).map((code) => enter(guest, code)));
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 303, 303, 303, 400]);
  expect(await totalOn(await guest.get("/cart"))).toBe("$15.00");
});

test("SCENARIO 8: a coupon with a limit of 1, in 20 checkouts at once across two processes: 1 redemption, 19 clear refusals", async () => {
  const stock = await makePromotion({ terms: coupon({ cents: 500 }), codes: ["ONCE"], limit: 1 });
  const guests = await Promise.all(
    Array.from({ length: 20 }, (_, index) => shopper([radiography], "ONCE", index % 2 ? second : shop.url)),
  );
  const answers = await Promise.all(
    guests.map((guest, index) => guest.checkOut({ email: `once${index}@example.com`, agreedCents: 1500 })),
  );
  const started = answers.filter(({ status }) => status === 303);
  const refused = answers.filter(({ status }) => status === 409);
  expect([started.length, refused.length]).toEqual([1, 19]);
  for (const page of await Promise.all(refused.map((answer) => answer.text()))) {
    expect(page).toContain("The total has changed");
    expect(page).toContain("Coupon ONCE has been used up");
  }
  for (const session of started.map(sessionIdIn)) await pay(session);
  expect(await usesOf(stock)).toBe(1);
  const orders = await db().order.findMany({ where: { email: { startsWith: "once" } } });
  expect(orders.map(({ state, totalCents }) => [state, totalCents])).toEqual([["paid", 1500]]);
});

test("a code with its own limit can be used once, while the coupon's other codes still work", async () => {
  await makePromotion({ terms: coupon({ cents: 500 }), codes: ["BULKA", "BULKB"] });
  for (const code of ["BULKA", "BULKB"]) {
    const { id } = await db().stock.create({ data: { capacity: 1 } });
    await db().couponCode.update({ where: { code }, data: { stockId: id } });
  }
  const first = await shopper([radiography], "BULKA");
  const late = await shopper([radiography], "BULKA");
  await pay(sessionIdIn(await first.checkOut({ email: "bulk1@example.com", agreedCents: 1500 })));
  const answer = await late.checkOut({ email: "bulk2@example.com", agreedCents: 1500 });
  expect(answer.status).toBe(409);
  expect(await answer.text()).toContain("Coupon BULKA has been used up");
  expect((await enter(visitor(shop.url), "BULKA")).status).toBe(400);
  const other = await shopper([radiography], "BULKB");
  sessionIdIn(await other.checkOut({ email: "bulk3@example.com", agreedCents: 1500 }));
});

test("SCENARIO 3: a coupon's limit per customer counts by mailbox, regardless of letter case", async () => {
  const limit = noTotalLimit;
  await makePromotion({ terms: coupon({ cents: 500 }), codes: ["EACH"], limit, perCustomer: 1 });
  const first = await shopper([radiography], "EACH");
  await pay(sessionIdIn(await first.checkOut({ email: "mailbox@example.com", agreedCents: 1500 })));
  const again = await shopper([mammography], "EACH");
  const answer = await again.checkOut({ email: "MailBox@Example.com", agreedCents: 1500 });
  expect(answer.status).toBe(409);
  expect(await answer.text()).toContain("You have already used coupon EACH the maximum number of times.");
  const agreed = await again.checkOut({ email: "MailBox@Example.com", agreedCents: 2000 });
  expect((await orderOf(sessionIdIn(agreed))).totalCents).toBe(2000);
});

test("a first-order coupon is refused to a shopper who has paid before and works once for one who hasn't", async () => {
  const terms = coupon({ cents: 500 }, { firstOrderOnly: true });
  const stock = await makePromotion({ terms, codes: ["HELLO"], limit: noTotalLimit, perCustomer: 1 });
  const first = await shopper([radiography], "HELLO");
  await pay(sessionIdIn(await first.checkOut({ email: "new@example.com", agreedCents: 1500 })));
  expect(await usesOf(stock)).toBe(1);
  const old = visitor(shop.url);
  await old.add(mammography);
  await pay(sessionIdIn(await old.checkOut({ email: "old@example.com", agreedCents: 2000 })));
  await old.add(radiography);
  await enter(old, "HELLO");
  const answer = await old.checkOut({ email: "old@example.com", agreedCents: 1500 });
  expect(answer.status).toBe(409);
  expect(await answer.text()).toContain("Coupon HELLO is for first orders only");
});

test("SCENARIO 6: a shopper's own open checkout doesn't use up the coupon for that shopper", async () => {
  const stock = await makePromotion({ terms: coupon({ cents: 500 }), codes: ["OWN"], limit: 1 });
  const guest = await shopper([radiography], "OWN");
  const left = sessionIdIn(await guest.checkOut({ email: "own@example.com", agreedCents: 1500 }));
  expect(await totalOn(await guest.get("/cart"))).toBe("$15.00");
  expect(sessionIdIn(await guest.checkOut({ email: "own@example.com", agreedCents: 1500 }))).toBe(left);
  await guest.add(mammography);
  const changed = sessionIdIn(await guest.checkOut({ email: "own@example.com", agreedCents: 3500 }));
  expect((await orderOf(left)).state).toBe("expired");
  expect((await orderOf(changed)).totalCents).toBe(3500);
  expect(await usesOf(stock)).toBe(1);
});

test("SCENARIO 7: after a declined card, the coupon and hold are kept for the retry; after payment, the code leaves the cart", async () => {
  const stock = await makePromotion({ terms: coupon({ cents: 500 }), codes: ["RETRY"], limit: 1 });
  const guest = await shopper([radiography], "RETRY");
  const sessionId = sessionIdIn(await guest.checkOut({ email: "retry@example.com", agreedCents: 1500 }));
  await pay(sessionId, "declined");
  expect(await usesOf(stock)).toBe(1);
  expect(await totalOn(await guest.get("/cart"))).toBe("$15.00");
  expect(sessionIdIn(await guest.checkOut({ email: "retry@example.com", agreedCents: 1500 }))).toBe(sessionId);
  await pay(sessionId);
  expect([await usesOf(stock), (await orderOf(sessionId)).totalCents]).toEqual([1, 1500]);
  await guest.add(mammography);
  expect(await (await guest.get("/cart")).text()).not.toContain("RETRY");
});

test("SCENARIO 16: three units with $10.00 off the order keep their exact shares in the snapshot", async () => {
  await makePromotion({ terms: coupon({ cents: 1000 }), codes: ["SHARES"] });
  const guest = visitor(shop.url);
  await guest.add(radiography, 3);
  await enter(guest, "SHARES");
  const sessionId = sessionIdIn(await guest.checkOut({ email: "shares@example.com", agreedCents: 5000 }));
  const { lines, totalCents } = await orderOf(sessionId);
  expect(totalCents).toBe(5000);
  expect(lines).toMatchObject([
    {
      quantity: 3,
      totalCents: 5000,
      portions: [
        {
          quantity: 3,
          regularUnitPriceCents: 2000,
          totalCents: 5000,
          adjustments: [
            { promotionId: "SHARES", promotionVersion: 1, kind: "coupon", code: "SHARES", amountCents: 1000 },
          ],
        },
      ],
    },
  ]);
  const sent = await stripeLines(sessionId);
  expect(sent.map(({ quantity, price }) => [quantity, price.unit_amount])).toEqual([
    [2, 1667],
    [1, 1666],
  ]);
  expect(sent[0]?.price.product.description).toBe("List $60.00 for 3 · coupon SHARES −$10.00");
});

test("SCENARIO 17: $10.00 off three equal lines: the page, order, receipt, and Stripe show the same cents", async () => {
  await makePromotion({ terms: coupon({ cents: 1000 }), codes: ["TENOFF"] });
  const guest = await shopper([radiography, mammography, densitometry], "TENOFF");
  const shown = await (await guest.get("/checkout")).text();
  const sessionId = sessionIdIn(await guest.checkOut({ email: "cents@example.com", agreedCents: 5000 }));
  await pay(sessionId);
  const order = await orderOf(sessionId);
  const totals = order.lines.toSorted((a, b) => a.position - b.position).map((line) => line.totalCents);
  expect(totals).toEqual([1666, 1667, 1667]);
  expect((await stripeLines(sessionId)).map(({ amount_total }) => amount_total)).toEqual(totals);
  const done = await guest.get(`/checkout/done?session_id=${sessionId}`);
  const page = await (await guest.get(done.headers.get("Location") ?? "")).text();
  for (const words of ["$16.66", "$16.67", "coupon TENOFF −$3.34", "coupon TENOFF −$3.33", "$50.00"]) {
    expect(shown).toContain(words);
    expect(page).toContain(words);
  }
  const receipt = await until(async () => {
    const row = await db().outboxMessage.findFirstOrThrow({
      where: { kind: "receipt", sentAt: { not: null } },
      orderBy: { createdAt: "desc" },
    });
    expect(JSON.stringify(row.payload)).toContain(order.id);
    return row;
  });
  expect(mailText(receipt.id)).toMatch(
    /\$16\.66[\s\S]*\$16\.67[\s\S]*Coupon TENOFF: TENOFF: −\$10\.00\nTotal paid: \$50\.00/,
  );
});

test("SCENARIO 18: 100% off: no Stripe session, the limit is used up, access is given", async () => {
  const stock = await makePromotion({
    terms: coupon({ basisPoints: 10_000 }),
    codes: ["FREE"],
    limit: 5,
    perCustomer: 1,
  });
  const guest = await shopper([radiography], "FREE");
  const answer = await guest.checkOut({ email: "gratis@example.com", agreedCents: 0 });
  const back = await guest.get(answer.headers.get("Location") ?? "");
  expect(back.headers.get("Location")).toMatch(/^\/orders\//);
  const order = await db().order.findFirstOrThrow({ where: { email: "gratis@example.com" } });
  expect(order).toMatchObject({ state: "paid", totalCents: 0, stripeSessionId: null });
  expect(order.number).not.toBeNull();
  expect(await db().enrollment.count({ where: { orderId: order.id } })).toBe(1);
  expect(await usesOf(stock)).toBe(1);
});

test("SCENARIO 19: a 40% sale and a 70% coupon that combine bring 10 × $100.00 to $180.00", async () => {
  const format = "positioning-by-landmark.ebook";
  await db().courseFormat.update({ where: { id: format }, data: { priceCents: 10_000 } });
  await db().shop.update({ where: { id: 1 }, data: { catalogRevision: { increment: 1 } } });
  const price = { kind: "percent-off", basisPoints: 4000 };
  const scope = { courseIds: ["positioning-by-landmark"] };
  await makePromotion({ terms: { kind: "scheduled-sale", scope, price }, name: "Forty off" });
  await makePromotion({ terms: coupon({ basisPoints: 7000 }), codes: ["SEVENTY"] });
  const course = await (await visitor(shop.url).get("/courses/positioning-by-landmark")).text();
  expect(course).toContain("$60.00");
  expect(course).toContain('"price":"60.00"');
  const guest = visitor(shop.url);
  await guest.add(format, 10);
  await enter(guest, "SEVENTY");
  expect(await totalOn(await guest.get("/checkout"))).toBe("$180.00");
  const sessionId = sessionIdIn(await guest.checkOut({ email: "nineteen@example.com", agreedCents: 18_000 }));
  expect((await stripeLines(sessionId)).map(({ quantity, price: { unit_amount } }) => [quantity, unit_amount])).toEqual(
    [[10, 1800]],
  );
  await pay(sessionId);
});

test("an earned gift is offered by a button, is added to the cart only by it, and is then free", async () => {
  const scope = { courseIds: ["abdominal-sonography-organ-by-organ"] };
  const terms = { kind: "gift", courseId: "dxa-scanning-essentials", formats: ["ebook"], scope, minimumSpend: 5000 };
  await makePromotion({ terms, name: "A DXA course as a present" });
  const guest = visitor(shop.url);
  await guest.add("abdominal-sonography-organ-by-organ.ebook");
  const before = await (await guest.get("/cart")).text();
  expect(before).toContain("DXA Scanning Essentials is free with this order: A DXA course as a present.");
  expect(before).toContain("Add to cart");
  expect(await totalOn(await guest.get("/cart"))).toBe("$78.00");
  await guest.add(densitometry);
  const after = await (await guest.get("/cart")).text();
  expect(after).toContain("List $20.00 · free course −$20.00");
  expect(after).not.toContain("Add to cart");
  const sessionId = sessionIdIn(await guest.checkOut({ email: "gift@example.com", agreedCents: 7800 }));
  expect((await stripeLines(sessionId)).map(({ amount_total }) => amount_total)).toEqual([7800, 0]);
  await pay(sessionId);
});

test("a total too small to charge is refused with what to do, and uses nothing up", async () => {
  const id = await makePromotion({ terms: coupon({ cents: 1970 }), codes: ["ALMOSTFREE"], limit: 5 });
  const guest = await shopper([radiography], "ALMOSTFREE");
  const answer = await guest.checkOut({ email: "few@example.com", agreedCents: 30 });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain("must be at least $0.50");
  expect([await usesOf(id), await db().order.count({ where: { email: "few@example.com" } })]).toEqual([0, 0]);
});
