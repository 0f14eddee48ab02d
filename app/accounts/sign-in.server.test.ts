import { beforeEach, expect, test, vi } from "vitest";
import { db } from "~/platform/db/client.server";
import { isPasswordOf } from "./password.server";
import { readStaff, requireStaff } from "./sessions.server";
import { afterSignIn, signIn, signOut } from "./sign-in.server";
import { changePassword, createFirstStaffMember, createStaffMember, disableStaffMember } from "./staff-members.server";

let members = 0;
async function member() {
  members += 1;
  return createStaffMember({ email: `Member${members}@Example.com`, name: "Member" });
}

function request(cookie?: string, path = "/staff/orders?q=7") {
  return new Request(`http://localhost:3000${path}`, { headers: cookie ? { Cookie: cookie } : {} });
}

async function signedIn({ email, password }: { email: string; password: string }, before?: string) {
  const result = await signIn(request(before), { email, password, clientAddress: email });
  if (!result.ok) throw new Error(result.problem.kind);
  return cookieOf(result.value);
}

/** The session's cookie; the device's is the second. */
function cookieOf([header = ""]: string[]) {
  return header.slice(0, header.indexOf(";"));
}

beforeEach(() => void vi.useRealTimers());

test("SECURITY 6.3.2, 11.4.2: the first account is created once, with a random password", async () => {
  const first = await createFirstStaffMember();
  expect(first?.email).toBe("staff@tungstenrow.example");
  expect(first?.password).toMatch(/^[\w-]{22}$/);
  expect(await createFirstStaffMember()).toBeUndefined();
  expect(await db().staffMember.count()).toBe(1);
  const { passwordHash } = await db().staffMember.findFirstOrThrow();
  expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await isPasswordOf(passwordHash, first?.password ?? "")).toBe(true);
});

test("SECURITY 7.2.3: signing in opens a session whose id only the visitor has", async () => {
  const account = await member();
  const result = await signIn(request(), { ...account, email: ` ${account.email.toUpperCase()} `, clientAddress: "1" });
  expect(result.ok && result.value[0]).toMatch(/^staff=.*; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
  const cookie = cookieOf(result.ok ? result.value : []);
  expect(await readStaff(request(cookie))).toMatchObject({ email: account.email });
  for (const { id } of await db().staffSession.findMany()) expect(decodeURIComponent(cookie)).not.toContain(id);
});

test("SECURITY 6.3.8: mistyped, unknown, and disabled get the same answer", async () => {
  const account = await member();
  const disabled = await member();
  await disableStaffMember(disabled.email);
  for (const attempt of [
    { email: account.email, password: "not the password" },
    { email: "nobody@example.com", password: account.password },
    disabled,
  ])
    expect(await signIn(request(), { ...attempt, clientAddress: "2" })).toEqual({
      ok: false,
      problem: { kind: "wrong" },
    });
  const denials = await db().auditEntry.findMany({ where: { action: "staff.sign-in-denied" } });
  expect(denials.map(({ subject }) => subject)).toContain("staff:unknown");
  expect(JSON.stringify(denials)).not.toContain("nobody@example.com");
});

/** Guesses at an account from as many networks. */
async function flood(email: string, guesses: number) {
  for (let n = 0; n < guesses; n++) await signIn(request(), { email, password: "guess", clientAddress: `guess${n}` });
}

test("SECURITY 6.3.1, 51: after six guesses at an account, from any network, even the right password must wait some seconds", async () => {
  const account = await member();
  await flood(account.email, 10);
  const result = await signIn(request(), { ...account, clientAddress: "own" });
  expect(result).toMatchObject({ ok: false, problem: { kind: "wait" } });
  if (!result.ok && result.problem.kind === "wait") expect(result.problem.seconds).toBeLessThanOrEqual(5);
});

test("SECURITY 51: a flood of guesses doesn't keep a device out that signed in before, nor does its network's", async () => {
  const account = await member();
  const first = await signIn(request(), { ...account, clientAddress: "busy" });
  const device = first.ok ? first.value[1] : undefined;
  expect(device).toMatch(/^device=.*; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/);
  const known = request(device?.slice(0, device.indexOf(";")));
  await flood(account.email, 10);
  for (let n = 0; n < 41; n++)
    await signIn(request(), { email: `busy${n}@example.com`, password: "guess", clientAddress: "busy" });
  expect(await signIn(known, { ...account, clientAddress: "busy" })).toMatchObject({ ok: true });

  // Its own guesses are slowed down like anyone's, and a new password makes it unknown.
  for (let n = 0; n < 7; n++) await signIn(known, { email: account.email, password: "guess", clientAddress: "busy" });
  expect(await signIn(known, { ...account, clientAddress: "busy" })).toMatchObject({ ok: false });
  await changePassword(account.email, "another password");
  expect(await signIn(known, { ...account, password: "another password", clientAddress: "busy" })).toMatchObject({
    ok: false,
    problem: { kind: "wait" },
  });
});

test("SECURITY 51: a device is known to the accounts that used it, and to no other", async () => {
  const [first, second, other] = [await member(), await member(), await member()];
  const one = await signIn(request(), { ...first, clientAddress: "shared" });
  const device = (value: string[]) => value[1]?.slice(0, value[1].indexOf(";"));
  const two = await signIn(request(one.ok ? device(one.value) : ""), { ...second, clientAddress: "shared" });
  const known = two.ok ? device(two.value) : "";
  for (const account of [first, second, other]) await flood(account.email, 10);
  expect(await signIn(request(known), { ...first, clientAddress: "shared" })).toMatchObject({ ok: true });
  expect(await signIn(request(known), { ...second, clientAddress: "shared" })).toMatchObject({ ok: true });
  expect(await signIn(request(known), { ...other, clientAddress: "shared" })).toMatchObject({ ok: false });
});

test("SECURITY 6.3.1: an IP address can guess at forty accounts", async () => {
  for (let n = 0; n < 40; n++)
    await signIn(request(), { email: `none${n}@example.com`, password: "guess", clientAddress: "one" });
  const result = await signIn(request(), { email: "none@example.com", password: "guess", clientAddress: "one" });
  expect(result).toMatchObject({ ok: false, problem: { kind: "wait" } });
});

test("SECURITY 7.2.4: signing in again starts a new session and ends the old one", async () => {
  const account = await member();
  const old = await signedIn(account);
  const renewed = await signedIn(account, old);
  expect(renewed).not.toBe(old);
  expect(await readStaff(request(old))).toBeUndefined();
  expect(await readStaff(request(renewed))).toBeDefined();
});

test("SECURITY 7.4: signing out ends the session on the server, and is audited", async () => {
  const account = await member();
  const cookie = await signedIn(account);
  const response = await signOut(request(cookie));
  expect(response.headers.get("Set-Cookie")).toMatch(/^staff=; Max-Age=0;/);
  expect(await readStaff(request(cookie))).toBeUndefined();
  const actions = await db().auditEntry.findMany({ where: { actor: account.email }, orderBy: { at: "asc" } });
  expect(actions.map(({ action }) => action)).toEqual(["staff.signed-in", "staff.signed-out"]);
});

test("SECURITY 7.4: disabling a member or changing a password ends the sessions right away", async () => {
  const [first, second] = [await member(), await member()];
  const [firstCookie, secondCookie] = [await signedIn(first), await signedIn(second)];
  await disableStaffMember(first.email);
  expect(await readStaff(request(firstCookie))).toBeUndefined();
  expect(await changePassword(second.email, "another password")).toBe(true);
  expect(await readStaff(request(secondCookie))).toBeUndefined();
  expect(await readStaff(request(await signedIn({ ...second, password: "another password" })))).toBeDefined();
  expect(await changePassword("nobody@example.com", "another password")).toBe(false);
});

test("SECURITY 7.3: a session ends after half an hour without use, and after twelve hours in any case", async () => {
  const cookie = await signedIn(await member());
  const began = Date.now();
  const at = (minutes: number) => vi.useFakeTimers({ toFake: ["Date"], now: began + minutes * 60_000 });
  at(29);
  expect(await readStaff(request(cookie))).toBeDefined();
  at(58);
  expect(await readStaff(request(cookie))).toBeDefined();
  at(58 + 31);
  expect(await readStaff(request(cookie))).toBeUndefined();
  at(58);
  for (let minutes = 80; minutes < 720; minutes += 25) {
    at(minutes);
    expect(await readStaff(request(cookie))).toBeDefined();
  }
  at(721);
  expect(await readStaff(request(cookie))).toBeUndefined();
});

test.each([
  ["no cookie", undefined],
  ["an empty cookie", "staff="],
  ["nonsense", "staff=nonsense"],
  ["an unsigned id", "staff=ImFiYyI%3D"],
  ["a broken encoding", "staff=%E0%A4%A"],
])("SECURITY 8.2.1: with %s no one is signed in, and the redirect to sign-in leads back here", async (_, cookie) => {
  const response = await requireStaff(request(cookie)).catch((thrown: Response) => thrown);
  expect(response).toBeInstanceOf(Response);
  expect(response).toMatchObject({ status: 303 });
  expect((response as Response).headers.get("Location")).toBe("/staff/sign-in?to=%2Fstaff%2Forders%3Fq%3D7");
});

test("a cookie with a forged signature signs no one in", async () => {
  const cookie = await signedIn(await member());
  expect(await readStaff(request(`${cookie.slice(0, -4)}AAAA`))).toBeUndefined();
});

test.each([
  ["/staff/sign-in?to=%2Fstaff%2Fbooks", "/staff/books"],
  ["/staff/sign-in", "/staff"],
  ["/staff/sign-in?to=https%3A%2F%2Fevil.example", "/staff"],
  ["/staff/sign-in?to=%2F%2Fevil.example", "/staff"],
])("SECURITY 21: signing in at %s leads to %s", (path, target) => {
  expect(afterSignIn(request(undefined, path))).toBe(target);
});

test("SECURITY 6.3.1: a throttled IP address can't use up an account's attempts", async () => {
  const account = await member();
  for (let n = 0; n < 40; n++)
    await signIn(request(), { email: `noone${n}@example.com`, password: "guess", clientAddress: "flood" });
  for (let n = 0; n < 12; n++)
    await signIn(request(), { email: account.email, password: "guess", clientAddress: "flood" });
  expect(await signIn(request(), { ...account, clientAddress: "at home" })).toMatchObject({ ok: true });
});
