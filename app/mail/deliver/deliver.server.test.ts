import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeEach, expect, test } from "vitest";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { transaction } from "~/platform/db/transaction.server";
import { queueMail } from "~/platform/outbox.server";
import { newSecret } from "~/platform/secrets.server";
import { createSampleOrder } from "../../../tests/support/orders/sample-order";
import { smtpError, startMailServer } from "../../../tests/support/shop/mail-server";
import { deliverMail } from "./deliver.server";
import { maximumAttempts } from "./retry";

const server = await startMailServer();
// A server that hangs is detected in seconds instead of half a minute.
process.env.MAIL = `${server.url}/?socketTimeout=5000&greetingTimeout=5000`;
afterAll(() => server.close());

beforeEach(async () => {
  await db().outboxMessage.deleteMany();
  server.taken.length = 0;
  server.onConnect = server.onRecipient = server.onMessage = () => undefined;
});

let numbers = 5000;

/** Queues a receipt; returns its id. */
async function queueReceipt(email = `${newSecret()}@example.com`, name = "Quinn Osei-Larkspur"): Promise<string> {
  numbers += 1;
  const orderId = await createSampleOrder({ email, name, state: "paid", number: numbers });
  const id = newSecret();
  await queueMail(db(), { id, kind: "receipt", payload: { orderId }, orderId, at: await databaseNow(db()) });
  return id;
}

/** One delivery round in its own process. */
function deliverInProcess(): ChildProcess {
  const env = { ...process.env, LOG_LEVEL: "debug" };
  const arguments_ = ["--import", "tsx", "tests/support/shop/deliver-once.ts"];
  return spawn(process.execPath, arguments_, { env, stdio: ["ignore", "pipe", "inherit"] });
}

const messageOf = (id: string) => db().outboxMessage.findUniqueOrThrow({ where: { id } });
const takeUpNow = async (id: string) =>
  db().outboxMessage.update({ where: { id }, data: { nextAttemptAt: await databaseNow(db()) } });

test("a letter is sent once, with both bodies, to its recipient, from the shop, and triggers no auto-replies", async () => {
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

test("names in any script arrive unchanged, and no name or address adds a header or a recipient", async () => {
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

test("a busy mailbox is retried with growing waits until it accepts the letter, without delaying others", async () => {
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
])("$story that is rejected permanently goes to staff right away", async ({ refuse }) => {
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

test("a message staff retried during an attempt is not given up by that attempt", async () => {
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

test("a rejected sign-in link doesn't go to staff: the requester can ask again", async () => {
  server.onRecipient = never;
  const ids = [await queueLink("gone@example.com"), await queueLink("ａ＠b@example.com")];
  await deliverMail();
  for (const id of ids) expect(await messageOf(id)).toMatchObject({ sentAt: expect.any(Date), givenUpAt: null });
  expect((await messageOf(ids[0] ?? "")).lastError).toMatch(/^Not sent: .*550 no such mailbox: \(address\)$/);
  expect(server.taken).toHaveLength(0);
});

test("a sign-in link is retried for an hour only", async () => {
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

test("after three days of retries it goes to staff", async () => {
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

test("a silent server ends the round: the letter is retried, and the others lose no attempt", async () => {
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

test("a server that hangs after receiving the letter: it is sent again with the same Message-ID", async () => {
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

test("killed after the server accepts the letter but before it is marked sent: it is sent again with the same Message-ID", async () => {
  const id = await queueReceipt();
  const child = deliverInProcess();
  const ended = once(child, "exit");
  // The server has the letter, but its reply never reaches the process.
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

test("SECURITY 16.2.5: addresses in server replies are not logged", async () => {
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

test("each letter is sent once, however many processes deliver", async () => {
  for (let letter = 0; letter < 6; letter++) await queueReceipt();
  await Promise.all(Array.from({ length: 6 }, () => deliverMail()));
  const sent = server.taken.map(({ mail }) => mail.messageId);
  expect(sent).toHaveLength(6);
  expect(new Set(sent).size).toBe(6);
});

test("each letter is claimed just before it is sent, so claims late in a slow round last as long as the first", async () => {
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
  { story: "an unknown kind of letter", kind: "postcard", payload: {}, error: /no letter is defined for "postcard"/ },
  { story: "a built-in property name", kind: "toString", payload: {}, error: /no letter is defined/ },
  { story: "a payload that lacks its order", kind: "receipt", payload: {}, error: /lacks orderId/ },
  { story: "a missing order", kind: "receipt", payload: { orderId: "none" }, error: /missing/ },
])("$story goes to staff right away", async ({ kind, payload, error }) => {
  const id = newSecret();
  await queueMail(db(), { id, kind, payload, at: await databaseNow(db()) });
  await deliverMail();
  const row = await messageOf(id);
  expect(row.givenUpAt).not.toBeNull();
  expect(row.lastError).toMatch(error);
  expect(server.taken).toHaveLength(0);
});

test("an outdated letter is not sent and doesn't go to staff", async () => {
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

test("a mail with an existing id is not queued again, even at the same moment", async () => {
  const id = newSecret();
  const at = await databaseNow(db());
  const queue = () => transaction((tx) => queueMail(tx, { id, kind: "receipt", payload: { orderId: "a" }, at }));
  await Promise.all([queue(), queue(), queue()]);
  await queue();
  expect(await db().outboxMessage.count({ where: { id } })).toBe(1);
});

test("no server: the letter waits", async () => {
  const id = await queueReceipt();
  await server.close();
  await deliverMail();
  const row = await messageOf(id);
  expect(row).toMatchObject({ sentAt: null, givenUpAt: null, attempts: 1 });
  expect(row.lastError).toContain("ECONNREFUSED");
});
