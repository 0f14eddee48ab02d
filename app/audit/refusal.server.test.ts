import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { requestSignInLink, signInByLink } from "~/accounts/customer-sign-in.server";
import { signIn } from "~/accounts/sign-in.server";
import { createSignInLink } from "~/accounts/sign-in-link.server";
import { createStaffMember } from "~/accounts/staff-members.server";
import { requirePermission } from "~/accounts/staff-route.server";
import { enterCode } from "~/cart/coupons.server";
import { verifyCertificate } from "~/certificates/verification.server";
import { receiveWebhook } from "~/checkout/events/webhook.server";
import { stripeBlockedUntil } from "~/checkout/order/payment-limits.server";
import { CartId, EnrollmentId, OrderId } from "~/core/ids";
import { openEnrollment, openOrder } from "~/customers/open.server";
import { requireOwnEnrollment, requireOwnOrder } from "~/customers/own.server";
import { db } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";
import { createApp } from "~/platform/http/app.server";
import { withRequest } from "~/platform/log.server";
import { newSecret } from "~/platform/secrets.server";
import { createSampleOrder } from "../../tests/support/orders/sample-order";
import { auditRefusal } from "./refusal.server";

const visit = (cookie?: string) => ({
  request: new Request("http://localhost:3000/cart", { headers: cookie ? { Cookie: cookie } : {} }),
});
const clientAddress = "203.0.113.7";

async function signedIn(email: string) {
  const result = await signInByLink(visit().request, { secret: await createSignInLink(email), clientAddress: email });
  return visit(result.ok ? result.value[0]?.split(";")[0] : "");
}

/** Asks until it has to wait. */
async function untilRefused(attempt: () => Promise<unknown>): Promise<void> {
  for (let count = 0; count < 200; count++) {
    const answer = await attempt();
    if (answer instanceof Date || /"wait"|Too many/.test(JSON.stringify(answer) ?? "")) return;
  }
  expect.unreachable("nothing was refused");
}

type Refused = { action: string; subject: string; actor?: string };
const refusals: { story: string; expected: Refused; act: () => Promise<unknown> }[] = [
  {
    story: "a forged course link",
    expected: { action: "learning.refused", subject: "enrollment:e" },
    act: () => openEnrollment({ ...visit(), params: { enrollment: "e", signature: "forged" } }),
  },
  {
    story: "a forged order link",
    expected: { action: "order.refused", subject: "order:o" },
    act: () => openOrder({ ...visit(), params: { order: "o", signature: "forged" } }),
  },
  {
    story: "somebody else’s order",
    expected: { action: "account.refused", subject: "order:others", actor: "ada@example.com" },
    act: async () => {
      await createSampleOrder({ email: "others@example.com" });
      await requireOwnOrder(await signedIn("ada@example.com"), OrderId.parse("others"));
    },
  },
  {
    story: "somebody else’s course",
    expected: { action: "account.refused", subject: "enrollment:others", actor: "ada@example.com" },
    act: async () => requireOwnEnrollment(await signedIn("ada@example.com"), EnrollmentId.parse("others")),
  },
  {
    story: "a wrong password",
    expected: { action: "staff.sign-in-denied", subject: "staff:bo@example.com" },
    act: async () => {
      const { email } = await createStaffMember({ email: "bo@example.com", name: "Bo" });
      await signIn(visit().request, { email, password: "wrong", clientAddress });
    },
  },
  {
    story: "a used or guessed sign-in link",
    expected: { action: "customer.sign-in-refused", subject: "customer:unknown" },
    act: () => signInByLink(visit().request, { secret: newSecret(), clientAddress: "guess" }),
  },
  {
    story: "a missing permission",
    expected: { action: "staff.permission-refused", subject: "page:/staff/books", actor: "bo@example.com" },
    act: () => requirePermission(new Set(), "stock.save", { actor: "bo@example.com", subject: "page:/staff/books" }),
  },
  {
    story: "a webhook without a valid signature",
    expected: { action: "webhook.refused", subject: "stripe", actor: "webhook" },
    act: () => receiveWebhook("{}", "forged"),
  },
  {
    story: "too many staff sign-ins",
    expected: { action: "staff.too-many-attempts", subject: "staff:unknown" },
    act: () =>
      untilRefused(() => signIn(visit().request, { email: "no@example.com", password: "x", clientAddress: "many" })),
  },
  {
    story: "too many requests for sign-in links",
    expected: { action: "customer.too-many-attempts", subject: "customer:unknown" },
    act: () =>
      untilRefused(() =>
        requestSignInLink(visit().request, { email: "ada@example.com", to: "/account", clientAddress }),
      ),
  },
  {
    story: "too many sign-in links tried",
    expected: { action: "customer.too-many-attempts", subject: "customer:unknown" },
    act: () => untilRefused(() => signInByLink(visit().request, { secret: "guess", clientAddress })),
  },
  {
    story: "too many certificates looked up",
    expected: { action: "certificate.too-many-attempts", subject: "certificate:unknown" },
    act: () => untilRefused(() => verifyCertificate("AbCdEfGhIjKlMnOpQrSt_-", clientAddress)),
  },
  {
    story: "too many wrong coupon codes",
    expected: { action: "coupon.too-many-attempts", subject: "coupon:unknown" },
    act: () => untilRefused(() => enterCode(visit().request, { typed: "WRONG", ownOrders: [], clientAddress })),
  },
  {
    story: "too many checkouts",
    expected: { action: "checkout.too-many-attempts", subject: "checkout:unknown" },
    act: () => untilRefused(() => stripeBlockedUntil(clientAddress, CartId.parse("cart"))),
  },
];

test.each(refusals)("SECURITY 16.3: $story leaves one entry, with network and browser", async ({ expected, act }) => {
  const before = await db().auditEntry.count({ where: { action: expected.action } });
  const userAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
  const facts = { requestId: "request", clientAddress: "2001:db8:1:2:3::9", userAgent };
  await withRequest(facts, act).catch((thrown: unknown) => expect(thrown).toBeInstanceOf(Response));
  const entries = await db().auditEntry.findMany({ where: { action: expected.action }, orderBy: { at: "desc" } });
  expect(entries).toHaveLength(before + 1);
  expect(entries[0]).toMatchObject({
    ...{ actor: "visitor", requestId: "request", network: "2001:db8:1:2::/64", device: "Firefox on Linux" },
    ...expected,
  });
});

test("SECURITY 16.3, 22: a form from elsewhere leaves one entry, without the secrets in its path", async () => {
  const app = createApp({
    env: env(),
    checkHealth: async () => {},
    auditRefusal,
    pages: (_request, response) => void response.send("let in"),
  });
  const server = createServer(app).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/orders/o/secret`, {
    method: "POST",
    headers: { Origin: "https://evil.example", "User-Agent": "curl/8.5.0" },
    body: new URLSearchParams({ a: "1" }),
  });
  expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining("one of our pages")]);
  server.closeAllConnections();
  server.close();
  expect(await db().auditEntry.findMany({ where: { action: "request.refused" } })).toMatchObject([
    { actor: "visitor", subject: "page:/orders/…", network: "127.0.0.1", device: "curl/8.5.0" },
  ]);
});

test("SECURITY 16.3: a change by a command or job has neither network nor browser", async () => {
  await createStaffMember({ email: "kim@example.com", name: "Kim" });
  expect(await db().auditEntry.findFirst({ where: { subject: "staff:kim@example.com" } })).toMatchObject({
    ...{ requestId: null, network: null, device: null },
  });
});

test("SECURITY 26: a network’s flood leaves 30 entries, and a flood from everywhere 300", async () => {
  const refused = (clientAddress: string) =>
    withRequest({ requestId: "r", clientAddress }, () => auditRefusal({ action: "test.refused", subject: "\ud800\0" }));
  const count = () => db().auditEntry.count({ where: { action: "test.refused", subject: "\ufffd\ufffd" } });
  for (let host = 0; host < 40; host++) await refused(`2001:db8:0:1::${host}`);
  expect(await count()).toBe(30);
  const networks = Array.from({ length: 300 }, (_, network) => `2001:db8:1:${network}::1`);
  await Promise.all(networks.map(refused));
  expect(await count()).toBe(300);
});
