import { afterAll, beforeAll, expect, test } from "vitest";
import { openCustomerSession } from "~/accounts/customer-session.server";
import { afterCustomerSignIn, requestSignInLink } from "~/accounts/customer-sign-in.server";
import { withCart } from "~/cart/cart.server";
import { customerKeyOf } from "~/core/email";
import { OrderId } from "~/core/ids";
import { deliverMail } from "~/mail/deliver/deliver.server";
import { readLetter } from "~/mail/readers/read.server";
import { sendNewLinks } from "~/mail/resend/new-links.server";
import { db } from "~/platform/db/client.server";
import { Prisma } from "~/platform/prisma/sqlite/client";
import { newSecret } from "~/platform/secrets.server";
import { control } from "../../../tests/support/orders/paid-order";
import { recordStripe } from "../../../tests/support/shop/recorded-stripe";
import { filledCheckout } from "../../../tests/support/visitor";
import { type RunningStandIn, startStandIn } from "../../../tools/stripe-stand-in/start";
import { returnFromPayment } from "./return.server";
import { submitCheckout } from "./submit.server";

let standIn: RunningStandIn;
let stripe: Awaited<ReturnType<typeof recordStripe>>;
beforeAll(async () => {
  standIn = await startStandIn({});
  stripe = await recordStripe(standIn.url);
  process.env.STRIPE_API = stripe.url;
});
afterAll(async () => {
  await stripe.close();
  await standIn.close();
});

const origin = "http://localhost:3000";
const request = (path: string, cookie = "") => new Request(origin + path, { headers: { Cookie: cookie } });
const cookieIn = (header: string | null) => header?.split(";")[0] ?? "";

/** A visitor's cart with one eBook; returns its cookie. */
async function fillCart(): Promise<string> {
  const headers = await withCart(request("/cart"), (tx, cartId, addedAt) =>
    tx.cartLine.create({ data: { cartId, courseFormatId: "iv-therapeutics.ebook", quantity: 1, addedAt } }),
  );
  return cookieIn(headers.get("Set-Cookie"));
}

async function signIn(email: string): Promise<string> {
  const customer = await db().customer.create({
    data: { customerKey: customerKeyOf(email), email, createdAt: new Date() },
  });
  return cookieIn(await openCustomerSession(db(), customer.id, new Date()));
}

/** An order that has been paid at Stripe; the shop doesn't know yet. */
async function pay(email = `${newSecret().toLowerCase()}@example.com`) {
  const cart = await fillCart();
  const body = new URLSearchParams(filledCheckout({ email, agreedCents: 20_000 }));
  await submitCheckout(new Request(`${origin}/checkout`, { method: "POST", headers: { Cookie: cart }, body }), "::1");
  const order = await db().order.findFirstOrThrow({ where: { email } });
  await control(`sessions/${order.stripeSessionId}/pay`, { outcome: "paid" });
  return { cart, email, orderId: order.id, back: `/checkout/done?session_id=${order.stripeSessionId}` };
}

test("SECURITY 47: the browser whose cart it was gets the order page by a new link; its signed-in buyer in the account", async () => {
  const { cart, email, orderId, back } = await pay();
  const link = new RegExp(`^/orders/${orderId}/[\\w.-]+$`);
  expect(await returnFromPayment(request(back, cart))).toMatch(link);
  expect(await returnFromPayment(request(`/checkout/done?order=${orderId}`, cart))).toMatch(link);
  const account = await signIn(email);
  expect(await returnFromPayment(request(back, `${cart}; ${account}`))).toBe(`/account/orders/${orderId}`);
  expect(await returnFromPayment(request(back, account))).toBe(`/account/orders/${orderId}`);
});

test("SECURITY 47: any other browser with the return address gets no order page, and the payment counts all the same", async () => {
  const { orderId, back } = await pay();
  const strangers = ["", await fillCart(), await signIn(`${newSecret().toLowerCase()}@example.com`)];
  for (const cookie of strangers) {
    expect(await returnFromPayment(request(back, cookie))).toBeUndefined();
    expect(await returnFromPayment(request(`/checkout/done?order=${orderId}`, cookie))).toBeUndefined();
    expect(await returnFromPayment(request(`/checkout/done?order=${orderId}&left=payment`, cookie))).toBe("/cart");
  }
  expect(await returnFromPayment(request("/checkout/done?order=nothing"))).toBeUndefined();
  expect((await db().order.findUniqueOrThrow({ where: { id: orderId } })).state).toBe("paid");
});

test("SECURITY 47: whoever leaves the payment page comes back to the own order", async () => {
  const { cart, orderId } = await pay();
  const path = await returnFromPayment(request(`/checkout/done?order=${orderId}&left=payment`, cart));
  expect(path).toMatch(new RegExp(`^/orders/${orderId}/[\\w.-]+\\?left=payment$`));
});

/** A mailed link’s token, of this form or of the one before it had an end. */
const token = /[0-9a-z]{6}\.[\w-]{43}|\/(orders|learning)\/[\w-]+\/[\w-]{43}/;

async function everyRow(): Promise<string> {
  const tables = Object.keys(Prisma.ModelName).map((name) => name.charAt(0).toLowerCase() + name.slice(1));
  const rows = await Promise.all(
    tables.map((table) => (db() as unknown as Record<string, { findMany: () => Promise<unknown> }>)[table]?.findMany()),
  );
  return JSON.stringify(rows);
}

test("SECURITY 47: mailed links are never stored in the database or sent to Stripe", async () => {
  const { cart, email, orderId, back } = await pay();
  const path = (await returnFromPayment(request(back, cart))) ?? "";
  expect(path).toMatch(token);
  const to = afterCustomerSignIn(request(`/account/sign-in?${new URLSearchParams({ to: path })}`));
  expect(to).toBe("/account");
  await requestSignInLink(request("/account/sign-in"), { email, to, clientAddress: "::1" });
  await sendNewLinks(OrderId.parse(orderId), { version: 1 }, "ines@example.com");
  await deliverMail();
  const letter = await readLetter("receipt", { orderId });
  expect(JSON.stringify(letter)).toMatch(token);
  const rows = await everyRow();
  expect(rows).toContain(orderId);
  expect(token.exec(rows)).toBeNull();
  const sent = stripe.requests.join("\n");
  expect(sent).toContain(`success_url=${origin}/checkout/done`);
  expect(token.exec(sent)).toBeNull();
});
