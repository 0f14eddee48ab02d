import { beforeEach, expect, test, vi } from "vitest";
import { db } from "~/platform/db/client.server";
import { withRequest } from "~/platform/log.server";
import { hashOf, newSecret } from "~/platform/secrets.server";
import { currentCustomer, requireCustomer } from "./customer-session.server";
import { afterCustomerSignIn, requestSignInLink, signInByLink, signOutCustomer } from "./customer-sign-in.server";
import { createSignInLink, readSignInLink } from "./sign-in-link.server";

let people = 0;
const newEmail = () => `person${++people}@example.com`;
const clientAddress = () => `192.0.2.${people}.${newSecret()}`;

function request(cookie?: string, path = "/account/orders?page=2") {
  return new Request(`http://localhost:3000${path}`, { headers: cookie ? { Cookie: cookie } : {} });
}

async function signedIn(email = newEmail(), before?: string) {
  const secret = await createSignInLink(email);
  const result = await signInByLink(request(before), { secret, clientAddress: clientAddress() });
  if (!result.ok) throw new Error(result.problem.kind);
  return cookieOf(result.value);
}

/** The session's cookie; the device's is the second. */
function cookieOf([header = ""]: string[]) {
  return header.slice(0, header.indexOf(";"));
}

beforeEach(() => void vi.useRealTimers());

test("SECURITY 6.3.8: known and unknown addresses get the same answer and one e-mail each", async () => {
  const known = newEmail();
  await signedIn(known);
  const unknown = newEmail();
  for (const email of [known, unknown])
    expect(await requestSignInLink(request(), { email, to: "/account", clientAddress: "ask" })).toEqual({ ok: true });
  const mails = await db().outboxMessage.findMany({ where: { kind: "sign-in" } });
  expect(mails.map(({ payload }) => payload)).toEqual(
    expect.arrayContaining([known, unknown].map((email) => ({ email, to: "/account" }))),
  );
  expect(await db().customer.count({ where: { customerKey: unknown } })).toBe(0);
});

test("SECURITY 31: neither the outbox nor the table holds a link's secret", async () => {
  const secret = await createSignInLink(newEmail());
  expect(secret).toMatch(/^[\w-]{22}$/);
  expect(JSON.stringify(await db().outboxMessage.findMany())).not.toContain(secret);
  expect(JSON.stringify(await db().signInLink.findMany())).not.toContain(secret);
});

test("SECURITY 21: a sign-in link’s target stays inside the shop", async () => {
  const email = newEmail();
  await requestSignInLink(request(), { email, to: "https://evil.example/", clientAddress: "target" });
  const mails = await db().outboxMessage.findMany({ where: { kind: "sign-in" } });
  expect(mails.map(({ payload }) => payload)).toContainEqual({ email, to: "/account" });
});

test("SECURITY 6.3.1, 51: after six links a mailbox has to wait, in any letter case and from any address", async () => {
  const email = newEmail();
  for (let n = 0; n < 6; n++)
    expect(await requestSignInLink(request(), { email, to: "/account", clientAddress: `a${n}` })).toMatchObject({
      ok: true,
    });
  expect(
    await requestSignInLink(request(), { email: email.toUpperCase(), to: "/account", clientAddress: "elsewhere" }),
  ).toMatchObject({ ok: false, problem: { kind: "wait" } });
});

test("SECURITY 6.3.1: an IP address can request twenty links an hour and can't use up others’ limits after that", async () => {
  for (let n = 0; n < 20; n++)
    await requestSignInLink(request(), { email: newEmail(), to: "/account", clientAddress: "flood" });
  const email = newEmail();
  for (let n = 0; n < 6; n++)
    expect(await requestSignInLink(request(), { email, to: "/account", clientAddress: "flood" })).toMatchObject({
      ok: false,
    });
  expect(await requestSignInLink(request(), { email, to: "/account", clientAddress: "at home" })).toMatchObject({
    ok: true,
  });
});

test("SECURITY 51: a flood of requests doesn't keep a device from its link that signed in before", async () => {
  const email = newEmail();
  const secret = await createSignInLink(email);
  const signed = await signInByLink(request(), { secret, clientAddress: clientAddress() });
  const device = (signed.ok && signed.value[1]) || "";
  for (let n = 0; n < 8; n++) await requestSignInLink(request(), { email, to: "/account", clientAddress: `many${n}` });
  const asked = { email, to: "/account", clientAddress: "home" };
  expect(await requestSignInLink(request(), asked)).toMatchObject({ ok: false, problem: { kind: "wait" } });
  expect(await requestSignInLink(request(device.slice(0, device.indexOf(";"))), asked)).toMatchObject({ ok: true });
});

test("SECURITY 31: opening the link changes nothing; the button signs in, once", async () => {
  const email = newEmail();
  const secret = await createSignInLink(email);
  expect([await readSignInLink(secret), await readSignInLink(secret)]).toEqual([email, email]);
  const first = await signInByLink(request(), { secret, clientAddress: clientAddress() });
  expect(first.ok && first.value[0]).toMatch(/^customer=.*; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Lax$/);
  expect(await currentCustomer(request(cookieOf(first.ok ? first.value : [])))).toMatchObject({ email });
  expect(await readSignInLink(secret)).toBeUndefined();
  const again = await signInByLink(request(), { secret, clientAddress: clientAddress() });
  expect(again).toEqual({ ok: false, problem: { kind: "over" } });
});

test("ten clicks at once open one session", async () => {
  const secret = await createSignInLink(newEmail());
  const before = await db().customerSession.count();
  const address = clientAddress();
  const results = await Promise.all(
    Array.from({ length: 10 }, () => signInByLink(request(), { secret, clientAddress: address })),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await db().customerSession.count()).toBe(before + 1);
});

test("SECURITY 31: a link expires after fifteen minutes, or when a newer one is mailed", async () => {
  const email = newEmail();
  const older = await createSignInLink(email.toUpperCase());
  const { createdAt, endsAt } = await db().signInLink.findUniqueOrThrow({ where: { id: hashOf(older) } });
  expect(endsAt.getTime() - createdAt.getTime()).toBe(15 * 60_000);
  const newer = await createSignInLink(email);
  expect(await readSignInLink(older)).toBeUndefined();
  expect(await readSignInLink(newer)).toBe(email);
  await db().signInLink.update({ where: { id: hashOf(newer) }, data: { endsAt: new Date(Date.now() - 1000) } });
  const late = await signInByLink(request(), { secret: newer, clientAddress: clientAddress() });
  expect(late).toEqual({ ok: false, problem: { kind: "over" } });
});

test("SECURITY 16.3: sign-in, a refused link, and sign-out are audited without the secret", async () => {
  const email = newEmail();
  const guess = newSecret();
  await signInByLink(request(), { secret: guess, clientAddress: clientAddress() });
  await signOutCustomer(request(await signedIn(email)), { everywhere: false });
  const rows = await db().auditEntry.findMany({ orderBy: { at: "asc" } });
  expect(rows.filter(({ actor }) => actor === email).map(({ action }) => action)).toEqual([
    "customer.signed-in",
    "customer.signed-out",
  ]);
  expect(rows).toContainEqual(expect.objectContaining({ actor: "visitor", action: "customer.sign-in-refused" }));
  expect(JSON.stringify(rows)).not.toContain(guess);
});

test("SECURITY 26: a flood of guessed links is throttled and doesn't fill the audit", async () => {
  const before = await db().auditEntry.count({ where: { action: "customer.sign-in-refused" } });
  await withRequest({ requestId: "flood", clientAddress: "203.0.113.1" }, async () => {
    for (let n = 0; n < 40; n++) await signInByLink(request(), { secret: `guess${n}`, clientAddress: "guesser" });
  });
  expect(await signInByLink(request(), { secret: "guess", clientAddress: "guesser" })).toMatchObject({
    ok: false,
    problem: { kind: "wait" },
  });
  expect(await db().auditEntry.count({ where: { action: "customer.sign-in-refused" } })).toBe(before + 30);
});

test("PRICING 7: an address in another letter case or Unicode form is the same customer", async () => {
  const email = newEmail();
  const first = await currentCustomer(request(await signedIn(email.toUpperCase())));
  const second = await currentCustomer(request(await signedIn(` ${email.replace("person", "ｐｅｒｓｏｎ")}`)));
  expect(first).toEqual(second);
  expect(first).toMatchObject({ email, customerKey: email });
});

test("SECURITY 7.2.4: signing in again starts a new session and ends the old one", async () => {
  const email = newEmail();
  const old = await signedIn(email);
  const renewed = await signedIn(email, old);
  expect(renewed).not.toBe(old);
  expect(await currentCustomer(request(old))).toBeUndefined();
  expect(await currentCustomer(request(renewed))).toBeDefined();
});

test("SECURITY 7.4: signing out ends this session; signing out everywhere ends all of the customer’s, and no one else’s", async () => {
  const email = newEmail();
  const [phone, desk, other] = [await signedIn(email), await signedIn(email), await signedIn()];
  const response = await signOutCustomer(request(phone), { everywhere: false });
  expect(response.headers.get("Set-Cookie")).toMatch(/^customer=; Max-Age=0;/);
  expect(await currentCustomer(request(phone))).toBeUndefined();
  expect(await currentCustomer(request(desk))).toBeDefined();
  const phoneAgain = await signedIn(email);
  await signOutCustomer(request(desk), { everywhere: true });
  expect(await currentCustomer(request(phoneAgain))).toBeUndefined();
  expect(await currentCustomer(request(other))).toBeDefined();
});

test("SECURITY 7.3: a session ends after 30 days without use, and after 90 days in any case", async () => {
  const [idle, used] = [await signedIn(), await signedIn()];
  const began = Date.now();
  const after = (days: number) => vi.useFakeTimers({ toFake: ["Date"], now: began + days * 86_400_000 });
  for (let days = 20; days < 90; days += 20) {
    after(days);
    expect(await currentCustomer(request(used)), `day ${days}`).toBeDefined();
  }
  after(31);
  expect(await currentCustomer(request(idle))).toBeUndefined();
  after(90.1);
  expect(await currentCustomer(request(used))).toBeUndefined();
});

test.each([
  ["no cookie", undefined],
  ["an empty cookie", "customer="],
  ["nonsense", "customer=nonsense"],
  ["an unsigned id", "customer=ImFiYyI%3D"],
  ["a broken encoding", "customer=%E0%A4%A"],
])("SECURITY 8.2.2: with %s no one is signed in, and the redirect to sign-in leads back here", async (_, cookie) => {
  const response = await requireCustomer(request(cookie)).catch((thrown: Response) => thrown);
  expect(response).toBeInstanceOf(Response);
  expect(response).toMatchObject({ status: 303 });
  expect((response as Response).headers.get("Location")).toBe("/account/sign-in?to=%2Faccount%2Forders%3Fpage%3D2");
});

test("a cookie with a forged signature signs no one in", async () => {
  const cookie = await signedIn();
  expect(await currentCustomer(request(`${cookie.slice(0, -4)}AAAA`))).toBeUndefined();
});

test.each([
  ["/account/sign-in?to=%2Faccount%2Forders", "/account/orders"],
  ["/account/sign-in", "/account"],
  ["/account/sign-in?to=https%3A%2F%2Fevil.example", "/account"],
  ["/account/sign-in?to=%2F%2Fevil.example", "/account"],
])("SECURITY 21: signing in at %s leads to %s", (path, target) => {
  expect(afterCustomerSignIn(request(undefined, path))).toBe(target);
});
