import { afterAll, beforeAll, expect, test } from "vitest";
import { createStaffMember } from "~/accounts/staff-members.server";
import { db } from "~/platform/db/client.server";
import { type RunningShop, startShop } from "../support/shop/running-shop";
import { until } from "../support/until";
import { sessionIdIn, visitor } from "../support/visitor";

const ebook = "radiation-protection-in-radiography.ebook";

let shop: RunningShop;
let staff: ReturnType<typeof visitor>;
beforeAll(async () => {
  shop = await startShop({ databaseUrl: process.env.DATABASE_URL ?? "", mail: process.env.MAIL ?? "" });
  staff = visitor(shop.url);
  await staff.post("/staff/sign-in", await createStaffMember({ email: "ines@example.com", name: "Ines" }));
});
afterAll(() => shop.close());

const orderOf = (sessionId: string) =>
  db().order.findUniqueOrThrow({
    where: { stripeSessionId: sessionId },
    include: { enrollments: { orderBy: { unit: "asc" } }, refunds: true, disputes: true },
  });

async function buy(quantity: number, email: string) {
  const guest = visitor(shop.url);
  await guest.add(ebook, quantity);
  const sessionId = sessionIdIn(await guest.checkOut({ email, agreedCents: 2000 * quantity }));
  await shop.control(`sessions/${sessionId}/pay`, { outcome: "paid" });
  await until(async () => expect((await orderOf(sessionId)).state).toBe("paid"));
  return { ...(await orderOf(sessionId)), sessionId };
}

/** A page's visible text. */
async function read(answer: Response) {
  return (await answer.text())
    .replace(/<script[\s\S]*?<\/script>/g, "")
    .replace(/<!--.*?-->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#x27;", "’")
    .replace(/\s+/g, " ");
}

/** The second step's hidden fields. */
function hiddenIn(html: string): Record<string, string> {
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return Object.fromEntries(fields.map(([, name = "", value = ""]) => [name, value]));
}

test("a refund in two steps, without JavaScript: choose, review the amounts, confirm; sent twice, it is one refund", async () => {
  const order = await buy(2, "two@example.com");
  const path = `/staff/orders/${order.id}/refund`;
  expect(await read(await staff.get(path))).toContain("Left to refund $40.00");
  const choice = {
    kind: "units",
    units: order.enrollments[0]?.id ?? "",
    reason: "twice",
    access: "ends",
    step: "review",
  };
  const reviewed = await staff.post(path, choice);
  expect(reviewed.status).toBe(200);
  const html = await reviewed.text();
  const text = await read(new Response(html));
  for (const part of ["Refund $20.00?", "Left after this refund $20.00", "ends now for 1 unit", "Bought twice"])
    expect(text).toContain(part);
  expect((await orderOf(order.sessionId)).refundedCents).toBe(0);

  const confirm = { ...hiddenIn(html), step: "confirm" };
  const answers = await Promise.all([staff.post(path, confirm), staff.post(path, confirm)]);
  for (const answer of answers) expect(answer.status).toBe(303);
  const after = await orderOf(order.sessionId);
  expect(after).toMatchObject({ refundedCents: 2000, refunds: [{ requestedBy: "ines@example.com", kind: "units" }] });
  expect(after.enrollments.map(({ withdrawnAt }) => withdrawnAt !== null)).toEqual([true, false]);
  const page = await read(await staff.get(answers[0]?.headers.get("Location") ?? ""));
  expect(page).toContain("$20.00 was refunded. We’re e-mailing the buyer.");
  expect(page).toMatch(/unit 1 .* refunded/);

  // Someone with an outdated page sees a message, and nothing is refunded twice.
  const late = await staff.post(path, { ...hiddenIn(html), step: "confirm", token: "another-token" });
  expect(late.status).toBe(409);
  expect(await read(late)).toContain("Someone else refunded part of this order");
});

test("errors are next to their fields, nothing typed is lost, and the second step can’t be skipped", async () => {
  const order = await buy(1, "wrong@example.com");
  const path = `/staff/orders/${order.id}/refund`;
  const wrong = await staff.post(path, { kind: "amount", amount: "lots", reason: "other", access: "stays", words: "" });
  expect(wrong.status).toBe(400);
  const html = await wrong.text();
  expect(html).toContain("Enter an amount like 12.50.");
  expect(html).toContain("Enter the reason under Details.");
  expect(html).toContain('value="lots"');

  const tooMuch = { kind: "amount", amount: "20.01", reason: "goodwill", access: "stays", step: "review" };
  const refused = await staff.post(path, tooMuch);
  expect([refused.status, await read(refused)]).toEqual([
    409,
    expect.stringContaining("That’s more than is left. $20.00 can still be refunded."),
  ]);
  expect((await staff.post(path, { ...tooMuch, amount: "5.00", step: "confirm" })).status).toBe(409);
  expect((await orderOf(order.sessionId)).refundedCents).toBe(0);
  const back = await staff.post(path, { ...tooMuch, amount: "5.00", step: "change" });
  expect(await back.text()).toContain('value="5.00"');
  expect((await staff.get("/staff/orders/none/refund")).status).toBe(404);
});

test("access is ended and restored by a button, independent of the money", async () => {
  const order = await buy(1, "access@example.com");
  const path = `/staff/orders/${order.id}/refund`;
  const unit = order.enrollments[0]?.id ?? "";
  for (const [access, isEnded] of [
    ["end", true],
    ["give-back", false],
  ] as const) {
    const answer = await staff.post(path, { unit, access });
    expect(answer.headers.get("Location")).toBe(`${path}?done=access`);
    expect((await orderOf(order.sessionId)).enrollments[0]?.withdrawnAt !== null).toBe(isEnded);
  }
});

test("a dispute arrives by webhook, listed by due date; its evidence is a PDF, saved, then sent after a confirmation", async () => {
  const order = await buy(1, "disputed@example.com");
  await shop.control(`charges/${order.stripePaymentIntentId}/dispute`, { reason: "product_not_received" });
  await until(async () => expect((await orderOf(order.sessionId)).disputes).toHaveLength(1));
  const [dispute] = (await orderOf(order.sessionId)).disputes;
  const path = `/staff/disputes/${dispute?.id}`;
  const list = await read(await staff.get("/staff/disputes"));
  expect(list).toContain("1 needs a response");
  expect(list).toContain("the buyer says nothing arrived");
  expect(await read(await staff.get(`/staff/orders/${order.id}/refund`))).toContain("Stripe won’t refund it");

  const pdf = await staff.get(`/staff/orders/${order.id}/evidence.pdf`);
  expect(pdf.headers.get("Content-Type")).toBe("application/pdf");
  expect(pdf.headers.get("Cache-Control")).toContain("no-store");
  expect(pdf.headers.get("Content-Disposition")).toContain(`filename="evidence-order-${order.number}.pdf"`);
  expect((await pdf.text()).slice(0, 5)).toBe("%PDF-");

  const saved = await staff.post(path, { step: "save", note: "It was opened on the same day." });
  expect(saved.headers.get("Location")).toBe(`${path}?done=save`);
  const check = await read(await staff.post(path, { step: "check", note: "It was opened on the same day." }));
  expect(check).toContain("The bank accepts only one response.");
  expect((await orderOf(order.sessionId)).disputes[0]?.status).toBe("needs_response");
  const sent = await staff.post(path, { step: "submit", note: "It was opened on the same day." });
  expect(await read(await staff.get(sent.headers.get("Location") ?? ""))).toContain("Sent to the bank");
  expect((await orderOf(order.sessionId)).disputes[0]?.status).toBe("under_review");
  expect((await staff.post(path, { step: "submit", note: "" })).status).toBe(409);
});

test("an order that needs attention is resolved by staff, with a reason", async () => {
  const guest = visitor(shop.url);
  await guest.add(ebook);
  const sessionId = sessionIdIn(await guest.checkOut({ email: "mismatch@example.com", agreedCents: 2000 }));
  await db().order.update({ where: { stripeSessionId: sessionId }, data: { itemsCents: 1900, totalCents: 1900 } });
  await shop.control(`sessions/${sessionId}/pay`, { outcome: "paid" });
  await until(async () => expect((await orderOf(sessionId)).state).toBe("attention"));
  const { id } = await orderOf(sessionId);
  const path = `/staff/orders/${id}/resolve`;
  expect(await read(await staff.get(path))).toContain("amount is 2000, not 1900 cents");
  const mute = await staff.post(path, { act: "reinstate", reason: "" });
  expect([mute.status, await read(mute)]).toEqual([400, expect.stringContaining("Enter a reason")]);
  const accepted = await staff.post(path, { act: "reinstate", reason: "The buyer paid what was shown" });
  expect([accepted.status, accepted.headers.get("Location")]).toEqual([303, `/staff/orders/${id}?done=resolved`]);
  const order = await orderOf(sessionId);
  expect(order).toMatchObject({ state: "paid", number: expect.any(Number) });
  expect(order.enrollments).toHaveLength(1);
  const again = await staff.post(path, { act: "settled-elsewhere", outcome: "refunded", reason: "Twice" });
  expect(again.status).toBe(409);
  expect(await read(await staff.get(path))).toContain("This order doesn’t need attention");
});
