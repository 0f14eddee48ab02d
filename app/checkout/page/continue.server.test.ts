import { afterAll, beforeAll, expect, test } from "vitest";
import { openCustomerSession } from "~/accounts/customer-session.server";
import { cartIdOf, readLines, withCart } from "~/cart/cart.server";
import { customerKeyOf } from "~/core/email";
import { readLetter } from "~/mail/readers/read.server";
import { isContinueLink } from "~/orders/continue-link.server";
import { db } from "~/platform/db/client.server";
import { newSecret } from "~/platform/secrets.server";
import { filledCheckout } from "../../../tests/support/visitor";
import { type RunningStandIn, startStandIn } from "../../../tools/stripe-stand-in/start";
import { continueCheckout, requestContinueLink } from "./continue.server";
import { submitCheckout } from "./submit.server";

let standIn: RunningStandIn;
beforeAll(async () => {
  standIn = await startStandIn({});
  process.env.STRIPE_API = standIn.url;
});
afterAll(() => standIn.close());

const origin = "http://localhost:3000";
const newEmail = () => `${newSecret().toLowerCase()}@example.com`;
const cookieIn = (headers: Headers) => headers.get("Set-Cookie")?.split(";")[0] ?? "";
const request = (cookie: string) => new Request(origin, { headers: { Cookie: cookie } });

/** The cookie of a new cart with a unit of the limited sale, or of a course without one. */
async function fillCart(courseFormatId = "iv-therapeutics.ebook"): Promise<string> {
  const headers = await withCart(request(""), (tx, cartId, addedAt) =>
    tx.cartLine.create({ data: { cartId, courseFormatId, quantity: 1, addedAt } }),
  );
  return cookieIn(headers);
}

async function checkOut(cookie: string, email: string, name = "Ada Lim"): Promise<Response> {
  const body = new URLSearchParams(filledCheckout({ email, agreedCents: 30_000, certificateName: name }));
  const answer = await submitCheckout(
    new Request(`${origin}/checkout`, { method: "POST", headers: { Cookie: cookie }, body }),
    newSecret(),
  );
  if (answer instanceof Response) return answer;
  throw new Error(JSON.stringify(answer));
}

const ordersOf = (email: string) =>
  db().order.findMany({ where: { email }, orderBy: { createdAt: "asc" }, include: { holds: true } });

async function sessionStatus(id: string | null | undefined): Promise<string> {
  const headers = { Authorization: "Bearer sk_test_stand_in" };
  const session = await fetch(`${standIn.url}/v1/checkout/sessions/${id}`, { headers });
  return (await session.json()).status;
}

/** The secret in the letter that a request leads to; undefined if there is no letter. */
async function mailedSecret(email: string): Promise<string | undefined> {
  const read = await readLetter("continue-checkout", { email });
  return read.ok ? /\/checkout\/continue\/([\w-]{22})/.exec(JSON.stringify(read.value.letter))?.[1] : undefined;
}

const follow = (secret = "") => continueCheckout({ secret, clientAddress: newSecret() });

test("SECURITY 65: a stranger’s checkout with the same address frees no hold and closes no payment page", async () => {
  const email = newEmail();
  await checkOut(await fillCart(), email);
  const [own] = await ordersOf(email);
  await checkOut(await fillCart(), email, "A stranger");
  const orders = await ordersOf(email);
  expect(orders.map(({ state, holds }) => [state, holds.map((hold) => hold.state)])).toEqual([
    ["awaiting_payment", ["held"]],
    ["awaiting_payment", ["held"]],
  ]);
  expect(await sessionStatus(own?.stripeSessionId)).toBe("open");
});

test("SECURITY 65: a stranger is answered alike for an address with an open checkout and for an unknown one", async () => {
  const [known, unknown] = [newEmail(), newEmail()];
  const course = "mri-screening-and-safety.ebook";
  await checkOut(await fillCart(course), known);
  const seen = async (email: string) => {
    const answer = await checkOut(await fillCart(course), email, "A stranger");
    const location = answer.headers.get("Location")?.replace(/cs_\w+/, "");
    return [answer.status, location, await requestContinueLink(email, newSecret())];
  };
  expect(await seen(known)).toEqual(await seen(unknown));
  const queued = await db().outboxMessage.findMany({ where: { kind: "continue-checkout" } });
  const emails = queued.map(({ payload }) => (payload as { email: string }).email);
  expect([known, unknown].map((email) => emails.filter((other) => other === email).length)).toEqual([1, 1]);
  expect([(await mailedSecret(known)) !== undefined, await mailedSecret(newEmail())]).toEqual([true, undefined]);
});

test("the signed-in customer’s own open order in another browser makes room for the new one", async () => {
  const email = newEmail();
  await checkOut(await fillCart(), email);
  const data = { customerKey: customerKeyOf(email), email, createdAt: new Date() };
  const { id } = await db().customer.create({ data });
  const session = (await openCustomerSession(db(), id, new Date())).split(";")[0];
  await checkOut(`${await fillCart()}; ${session}`, email);
  expect((await ordersOf(email)).map(({ state }) => state)).toEqual(["expired", "awaiting_payment"]);
});

test("SECURITY 65: the mailed link moves the checkout to the browser that follows it, once; the other keeps nothing", async () => {
  const email = newEmail();
  const before = await fillCart();
  const page = (await checkOut(before, email)).headers.get("Location");
  const secret = await mailedSecret(email.toUpperCase());
  expect(await isContinueLink(secret ?? "")).toBe(true);
  expect(JSON.stringify(await db().continueLink.findMany())).not.toContain(secret);
  const results = await Promise.all([1, 2, 3].map(() => follow(secret)));
  const [moved, ...more] = results.flatMap((result) => (result.ok ? [result.value] : []));
  expect([moved?.to, more]).toEqual([page, []]);
  const [here, there] = await Promise.all(
    [cookieIn(moved?.headers ?? new Headers()), before].map((cookie) => cartIdOf(request(cookie))),
  );
  const [order] = await ordersOf(email);
  expect([order?.cartId, order?.state]).toEqual([here, "awaiting_payment"]);
  expect([(await readLines(here)).length, (await readLines(there)).length]).toEqual([1, 0]);
  expect(await isContinueLink(secret ?? "")).toBe(false);
  expect(await follow(secret)).toEqual({ ok: false, problem: { kind: "over" } });
});

test("SECURITY 65: a link ends after fifteen minutes, with a newer link, and with its checkout; a guess opens nothing", async () => {
  const email = newEmail();
  await checkOut(await fillCart(), email);
  const older = await mailedSecret(email);
  const newer = await mailedSecret(email);
  expect([await isContinueLink(older ?? ""), await isContinueLink(newer ?? "")]).toEqual([false, true]);
  const [link] = await db().continueLink.findMany({ where: { order: { email } }, orderBy: { createdAt: "desc" } });
  expect((link?.endsAt.getTime() ?? 0) - (link?.createdAt.getTime() ?? 0)).toBe(15 * 60_000);
  await db().order.updateMany({ where: { email }, data: { state: "paid" } });
  for (const secret of [older, newer, newSecret(), "", "\0"])
    expect(await follow(secret)).toEqual({ ok: false, problem: { kind: "over" } });
  expect(await mailedSecret(email)).toBeUndefined();
});

test("SECURITY 6.3.1, 51: after six links a mailbox has to wait, and a visitor can ask for twenty", async () => {
  const email = newEmail();
  for (let n = 0; n < 6; n++) expect(await requestContinueLink(email, newSecret())).toMatchObject({ ok: true });
  const refused = await requestContinueLink(email.toUpperCase(), newSecret());
  expect(refused).toMatchObject({ ok: false, problem: { seconds: expect.any(Number) } });
  for (let n = 0; n < 20; n++) await requestContinueLink(newEmail(), "one visitor");
  expect(await requestContinueLink(newEmail(), "one visitor")).toMatchObject({ ok: false });
});
