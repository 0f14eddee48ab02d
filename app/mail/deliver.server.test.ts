import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeEach, expect, test } from "vitest";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { transaction } from "~/platform/db/transaction.server";
import { queueMail } from "~/platform/outbox.server";
import { newSecret } from "~/platform/secrets.server";
import { smtpError, startMailServer } from "../../tests/support/mail-server";
import { createSampleOrder } from "../../tests/support/sample-order";
import { deliverMail } from "./deliver.server";
import { maximumAttempts } from "./retry";

const server = await startMailServer();
// A server that hangs is found out in seconds instead of half a minute.
process.env.MAIL = `${server.url}/?socketTimeout=5000&greetingTimeout=5000`;
afterAll(() => server.close());

beforeEach(async () => {
  await db().outboxMessage.deleteMany();
  server.taken.length = 0;
  server.onConnect = server.onRecipient = server.onMessage = () => undefined;
});

let numbers = 5000;

/** A receipt in the outbox; answers its id. */
async function queueReceipt(email = `${newSecret()}@example.com`, name = "Quinn Osei-Larkspur"): Promise<string> {
  numbers += 1;
  const orderId = await createSampleOrder({ email, name, state: "paid", number: numbers });
  const id = newSecret();
  await queueMail(db(), { id, kind: "receipt", payload: { orderId }, orderId, at: await databaseNow(db()) });
  return id;
}

/** One round of delivery in a process of its own. */
function deliverInProcess(): ChildProcess {
  const env = { ...process.env, LOG_LEVEL: "debug" };
  const arguments_ = ["--import", "tsx", "tests/support/deliver-once.ts"];
  return spawn(process.execPath, arguments_, { env, stdio: ["ignore", "pipe", "inherit"] });
}

const messageOf = (id: string) => db().outboxMessage.findUniqueOrThrow({ where: { id } });
const takeUpNow = async (id: string) =>
  db().outboxMessage.update({ where: { id }, data: { nextAttemptAt: await databaseNow(db()) } });

test("a letter is sent once, with both bodies, to its reader, from the shop, and nobody's machine answers it", async () => {
  const id = await queueReceipt("ada@example.com", "Ada Lim");
  await deliverMail();
  await deliverMail();
  const [message] = server.taken;
  expect(server.taken).toHaveLength(1);
  expect(message?.to).toBe("ada@example.com");
  expect(message?.mail.to).toMatchObject([{ name: "Ada Lim", address: "ada@example.com" }]);
  const { name, email } = await db().shop.findUniqueOrThrow({ where: { id: 1 } });
  expect(message?.mail.from).toMatchObject({ name, address: email });
  expect(message?.mail.replyTo).toMatchObject([{ name, address: email }]);
  expect(message?.mail.messageId).toBe(`<${id}@localhost>`);
  expect(message?.mail.text).toMatch(/Total paid: \$105\.45\s+No tax was charged\./);
  expect(message?.mail.html).toContain("Total paid");
  const headers = new Map(message?.mail.headers.map(({ key, value }) => [key, value]));
  expect(headers.get("auto-submitted")).toBe("auto-generated");
  expect(headers.has("list-unsubscribe")).toBe(false);
  expect(await messageOf(id)).toMatchObject({ recipient: "ada@example.com", lastError: null, attempts: 1 });
  expect((await messageOf(id)).sentAt).not.toBeNull();
});

test("names in any script arrive as they are, and no name or address makes a header or a second reader", async () => {
  await queueReceipt("a@example.com", "明日香 אבי Zoë 🩻");
  await queueReceipt("b@example.com", "Eve\r\nBcc: eve@example.com\r\nX-Odd: 1");
  await queueReceipt("c@example.com", "Eve <eve@example.com>, Mallory");
  const refused = await queueReceipt("d@example.com, eve@example.com");
  const broken = await queueReceipt("d@example.com\r\nBcc: eve@example.com");
  await deliverMail();
  expect(server.taken.map(({ to }) => to)).toEqual(["a@example.com", "b@example.com", "c@example.com"]);
  expect(server.taken[0]?.mail.to).toMatchObject([{ name: "明日香 אבי Zoë 🩻" }]);
  for (const { mail, source } of server.taken) {
    expect(mail.to).toHaveLength(1);
    expect(source.split("\r\n\r\n")[0]).not.toMatch(/^(bcc|cc|x-odd):/im);
  }
  for (const id of [refused, broken]) expect((await messageOf(id)).givenUpAt).not.toBeNull();
});

test("a mailbox that is busy is tried again, later each time, until it takes the letter; it holds up no other", async () => {
  server.onRecipient = (address) => {
    if (address.startsWith("busy")) throw smtpError(450, `<${address}> is busy`);
  };
  const id = await queueReceipt("busy@example.com");
  const other = await queueReceipt();
  await deliverMail();
  expect((await messageOf(other)).sentAt).not.toBeNull();
  const first = await messageOf(id);
  expect(first).toMatchObject({ sentAt: null, givenUpAt: null, attempts: 1, recipient: "busy@example.com" });
  expect(first.lastError).toContain("450 <(address)> is busy");
  expect(first.lastError).not.toContain("busy@");
  expect(first.nextAttemptAt.getTime()).toBeGreaterThan((await databaseNow(db())).getTime() + 4 * 60_000);
  await deliverMail();
  expect((await messageOf(id)).attempts).toBe(1);

  server.onRecipient = () => undefined;
  await takeUpNow(id);
  await deliverMail();
  expect(await messageOf(id)).toMatchObject({ attempts: 2, lastError: null });
  expect(server.taken.map(({ to }) => to)).toContain("busy@example.com");
});

test.each([
  { story: "a recipient", refuse: () => (server.onRecipient = never) },
  { story: "a message", refuse: () => (server.onMessage = never) },
])("$story that is refused for good waits for a person at once", async ({ refuse }) => {
  refuse();
  const id = await queueReceipt("gone@example.com");
  await deliverMail();
  const row = await messageOf(id);
  expect(row).toMatchObject({ sentAt: null, attempts: 1, recipient: "gone@example.com" });
  expect(row.givenUpAt).not.toBeNull();
  expect(row.lastError).toContain("550 no such mailbox: (address)");
  const tries = server.taken.length;
  await takeUpNow(id);
  await deliverMail();
  expect(server.taken).toHaveLength(tries);
});

function never(): void {
  throw smtpError(550, "no such mailbox: gone@example.com");
}

test("what staff took up again while it was tried is not given up by the try before", async () => {
  const id = await queueReceipt();
  server.onMessage = async () => {
    await db().outboxMessage.update({
      where: { id },
      data: { nextAttemptAt: await databaseNow(db()), attempts: 0, givenUpAt: null },
    });
    never();
  };
  await deliverMail();
  expect(await messageOf(id)).toMatchObject({ sentAt: null, givenUpAt: null, attempts: 0, lastError: null });
});

const queueLink = async (email: string, minutesAgo = 0) => {
  const id = newSecret();
  const at = new Date((await databaseNow(db())).getTime() - minutesAgo * 60_000);
  await queueMail(db(), { id, kind: "sign-in", payload: { email, to: "/account" }, at });
  return id;
};

test("a sign-in link that is refused waits for nobody: whoever typed the address asks again", async () => {
  server.onRecipient = never;
  const ids = [await queueLink("gone@example.com"), await queueLink("ａ＠b@example.com")];
  await deliverMail();
  for (const id of ids) expect(await messageOf(id)).toMatchObject({ sentAt: expect.any(Date), givenUpAt: null });
  expect((await messageOf(ids[0] ?? "")).lastError).toMatch(/^Not sent: .*550 no such mailbox: \(address\)$/);
  expect(server.taken).toHaveLength(0);
});

test("a sign-in link is tried for an hour, since nobody waits for it longer", async () => {
  server.onRecipient = () => {
    throw smtpError(450, "later");
  };
  const [fresh, older] = [await queueLink("busy@example.com", 10), await queueLink("busier@example.com", 58)];
  const old = await queueLink("oldest@example.com", 61);
  await deliverMail();
  expect(await messageOf(fresh)).toMatchObject({ sentAt: null, givenUpAt: null, attempts: 1 });
  for (const id of [older, old])
    expect(await messageOf(id)).toMatchObject({
      sentAt: expect.any(Date),
      lastError: expect.stringMatching(/^Not sent: /),
    });
  expect(server.taken).toHaveLength(0);
});

test("after three days of trying a person must look", async () => {
  server.onRecipient = () => {
    throw smtpError(450, "later");
  };
  const id = await queueReceipt();
  await db().outboxMessage.update({ where: { id }, data: { attempts: maximumAttempts - 2 } });
  await deliverMail();
  expect(await messageOf(id)).toMatchObject({ attempts: maximumAttempts - 1, givenUpAt: null });
  await takeUpNow(id);
  await deliverMail();
  expect((await messageOf(id)).givenUpAt).not.toBeNull();
  expect((await messageOf(id)).lastError).toContain("450 later");
});

test("a server that says nothing ends the round: the letter is tried again, the others lose no attempt", async () => {
  server.onConnect = () => new Promise(() => undefined);
  const ids = [await queueReceipt(), await queueReceipt()];
  await deliverMail();
  const rows = await Promise.all(ids.map(messageOf));
  expect(rows).toMatchObject([
    { sentAt: null, givenUpAt: null, attempts: 1 },
    { sentAt: null, givenUpAt: null, attempts: 0 },
  ]);
  expect(rows[0]?.lastError).toMatch(/Greeting never received|Timeout/);
});

test("a server that hangs with the letter in its hands: nobody knows, so it is sent again under the same Message-ID", async () => {
  server.onMessage = () => new Promise(() => undefined);
  const id = await queueReceipt();
  await deliverMail();
  expect(await messageOf(id)).toMatchObject({ sentAt: null, givenUpAt: null, attempts: 1, lastError: "Timeout" });
  server.onMessage = () => undefined;
  await takeUpNow(id);
  await deliverMail();
  expect(server.taken.map(({ mail }) => mail.messageId)).toEqual([`<${id}@localhost>`, `<${id}@localhost>`]);
  expect((await messageOf(id)).sentAt).not.toBeNull();
});

test("killed between the server's taking the letter and the mark: it is sent again under the same Message-ID", async () => {
  const id = await queueReceipt();
  const child = deliverInProcess();
  const ended = once(child, "exit");
  // The letter is with the server; its answer never reaches the process.
  server.onMessage = () => void child.kill("SIGKILL");
  expect(await ended).toEqual([null, "SIGKILL"]);
  expect(await messageOf(id)).toMatchObject({ sentAt: null, attempts: 1 });
  server.onMessage = () => undefined;
  await deliverMail();
  expect(server.taken).toHaveLength(1);
  await takeUpNow(id);
  await deliverMail();
  expect(server.taken.map(({ mail }) => mail.messageId)).toEqual([`<${id}@localhost>`, `<${id}@localhost>`]);
  expect(await messageOf(id)).toMatchObject({ attempts: 2, lastError: null });
});

test("SECURITY 16.2.5: what a server says of an address is not in the log", async () => {
  await queueReceipt("gone.too@example.com");
  await queueReceipt("busy.too@example.com");
  server.onRecipient = (address) => {
    throw smtpError(address.startsWith("gone") ? 550 : 450, `<${address}> does not do`);
  };
  const child = deliverInProcess();
  let log = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    log += chunk;
  });
  await once(child, "close");
  expect(log).toContain("550 <(address)> does not do");
  expect(log).toContain("450 <(address)> does not do");
  expect(log).not.toContain("@example.com");
});

test("however many deliver at once, each letter is sent once", async () => {
  for (let letter = 0; letter < 6; letter++) await queueReceipt();
  await Promise.all(Array.from({ length: 6 }, () => deliverMail()));
  const sent = server.taken.map(({ mail }) => mail.messageId);
  expect(sent).toHaveLength(6);
  expect(new Set(sent).size).toBe(6);
});

test("a claim is made just before its letter is sent: one that came late in a slow round is held as long as the first", async () => {
  const ids = [await queueReceipt(), await queueReceipt()];
  const claims: Date[] = [];
  let firstIsDone: Date | undefined;
  server.onMessage = async ({ mail }) => {
    const id = ids.find((one) => mail.messageId === `<${one}@localhost>`) ?? "";
    claims.push((await messageOf(id)).nextAttemptAt);
    firstIsDone ??= await databaseNow(db());
  };
  await deliverMail();
  expect(claims).toHaveLength(2);
  expect(claims[1]?.getTime()).toBeGreaterThanOrEqual((firstIsDone?.getTime() ?? 0) + 5 * 60_000);
});

type Unwritable = { story: string; kind: string; payload: Record<string, string>; error: RegExp };

test.each<Unwritable>([
  { story: "a letter that nobody knows", kind: "postcard", payload: {}, error: /nobody knows how to write "postcard"/ },
  { story: "a name of the language itself", kind: "toString", payload: {}, error: /nobody knows/ },
  { story: "a payload that lacks its order", kind: "receipt", payload: {}, error: /lacks orderId/ },
  { story: "an order that is not there", kind: "receipt", payload: { orderId: "none" }, error: /missing/ },
])("$story waits for a person at once", async ({ kind, payload, error }) => {
  const id = newSecret();
  await queueMail(db(), { id, kind, payload, at: await databaseNow(db()) });
  await deliverMail();
  const row = await messageOf(id);
  expect(row.givenUpAt).not.toBeNull();
  expect(row.lastError).toMatch(error);
  expect(server.taken).toHaveLength(0);
});

test("a letter whose news is no longer true is not sent, and nobody need look", async () => {
  const orderId = await createSampleOrder({ email: "x@example.com", state: "paid", number: 4999 });
  const id = newSecret();
  await queueMail(db(), {
    id,
    kind: "access",
    payload: { orderId, email: "kim@example.com" },
    at: await databaseNow(db()),
  });
  await deliverMail();
  const row = await messageOf(id);
  expect(row).toMatchObject({ givenUpAt: null, recipient: null });
  expect(row.sentAt).not.toBeNull();
  expect(row.lastError).toMatch(/^Not sent: /);
  expect(server.taken).toHaveLength(0);
});

test("a mail of an id that is there already is not queued again, also at the same moment", async () => {
  const id = newSecret();
  const at = await databaseNow(db());
  const queue = () => transaction((tx) => queueMail(tx, { id, kind: "receipt", payload: { orderId: "a" }, at }));
  await Promise.all([queue(), queue(), queue()]);
  await queue();
  expect(await db().outboxMessage.count({ where: { id } })).toBe(1);
});

test("nobody listens: the letter waits", async () => {
  const id = await queueReceipt();
  await server.close();
  await deliverMail();
  const row = await messageOf(id);
  expect(row).toMatchObject({ sentAt: null, givenUpAt: null, attempts: 1 });
  expect(row.lastError).toContain("ECONNREFUSED");
});
