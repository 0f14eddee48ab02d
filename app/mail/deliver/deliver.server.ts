import { Email } from "~/core/email";
import { withoutLinks } from "~/core/typed-links";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { log } from "~/platform/log.server";
import { sendMail } from "~/platform/mail.server";
import { readShop } from "~/shop/shop.server";
import type { Addressed, Recipient } from "../readers/addressed";
import { readLetter } from "../readers/read.server";
import { composeLetter } from "../render/compose.server";
import { classifyFailure } from "./classify-failure";
import { redactAddresses } from "./redact-addresses";
import { expiresAfterMinutes, minutesUntilRetry } from "./retry";

/** Longer than sending one letter can take (platform/mail.server.ts gives up after two minutes). */
const claimMinutes = 5;
const batch = 50;

type Due = { id: string; kind: string; payload: unknown; createdAt: Date; nextAttemptAt: Date };

/** Sends the outbox. Each message is claimed by a guarded write just before it is sent, so concurrent processes never
 *  send it twice, however slow the mail server; after a crash it is sent again with the same Message-ID (at least
 *  once). Each failure waits longer, and in the end goes to staff. */
export async function deliverMail(): Promise<void> {
  const due = await db().outboxMessage.findMany({
    where: { sentAt: null, givenUpAt: null, nextAttemptAt: { lte: await databaseNow(db()) } },
    orderBy: { createdAt: "asc" },
    select: { id: true, kind: true, payload: true, createdAt: true, nextAttemptAt: true },
    take: batch,
  });
  for (const message of due) {
    const claimed = await claim(message);
    if (!claimed) continue;
    // The server isn't answering: leave the others unclaimed for the next round.
    if ((await deliver(claimed)) === "server-down") return;
  }
}

/** `attempts` includes this one; `nextAttemptAt` is when the claim expires. */
type Claimed = Due & { attempts: number };

/** Undefined if another process has it. */
async function claim(message: Due): Promise<Claimed | undefined> {
  const { id, nextAttemptAt } = message;
  const until = later(await databaseNow(db()), claimMinutes);
  const [claimed] = await db().outboxMessage.updateManyAndReturn({
    where: { id, sentAt: null, givenUpAt: null, nextAttemptAt },
    data: { nextAttemptAt: until, attempts: { increment: 1 } },
    select: { attempts: true, nextAttemptAt: true },
  });
  return claimed && { ...message, ...claimed };
}

async function deliver(message: Claimed): Promise<"done" | "server-down"> {
  const { id, kind, payload } = message;
  let recipient: string | undefined;
  try {
    if (!isUseful(message, await databaseNow(db()))) {
      await giveUp(message, "It is too old to be useful.");
      return "done";
    }
    const read = await readLetter(kind, payload);
    if (!read.ok) {
      if (read.problem.kind === "not-needed") await settle(id, { lastError: `Not sent: ${read.problem.why}.` });
      else await giveUp(message, `It can't be written: ${read.problem.why}.`);
      return "done";
    }
    recipient = read.value.to.address;
    const mailbox = Email.safeParse(recipient);
    if (!mailbox.success) {
      await giveUp(message, "This address can’t receive mail.", recipient);
      return "done";
    }
    recipient = mailbox.data;
    await send(id, { ...read.value, to: { ...read.value.to, address: recipient } });
    await settle(id, { lastError: null, recipient });
    return "done";
  } catch (error) {
    return fail(error, message, recipient);
  }
}

async function send(messageId: string, { to, letter }: Addressed): Promise<void> {
  const shop = await readShop();
  await sendMail({
    ...composeLetter(letter, shop),
    from: { name: shop.name, address: shop.email },
    to: plainName(to),
    messageId,
    optOutUrl: letter.optOutUrl,
  });
}

/** A typed name for a header: one line, short enough for servers to accept, and without a link. */
function plainName({ name, address }: Recipient): Recipient {
  return { address, name: name && withoutLinks(name.replace(/\p{Cc}+/gu, " ")).slice(0, 100) };
}

async function settle(id: string, facts: { lastError: string | null; recipient?: string }): Promise<void> {
  await db().outboxMessage.update({ where: { id }, data: { sentAt: await databaseNow(db()), ...facts } });
}

async function fail(error: unknown, message: Claimed, recipient?: string): Promise<"done" | "server-down"> {
  const { id, kind, attempts } = message;
  const { isFinal, isServerDown, words } = classifyFailure(error);
  const wait = isFinal ? undefined : minutesUntilRetry(attempts);
  const nextAttemptAt = later(await databaseNow(db()), wait ?? 0);
  if (wait === undefined || !isUseful(message, nextAttemptAt)) {
    await giveUp(message, words, recipient);
  } else {
    // Never log the error itself: its fields contain the recipient's address.
    const failure = redactAddresses(error instanceof Error ? (error.stack ?? error.message) : words);
    log.error({ mail: id, kind, attempts, failure }, "message could not be sent; it will be retried");
    await note(message, { lastError: words, nextAttemptAt, recipient });
  }
  return isServerDown ? "server-down" : "done";
}

/** Goes to staff's failed messages, unless it would be useless by the time they look. */
async function giveUp(message: Claimed, lastError: string, recipient?: string): Promise<void> {
  const { id, kind } = message;
  const at = await databaseNow(db());
  if (expiresAfterMinutes(kind) !== undefined) {
    log.warn({ mail: id, kind, failure: lastError }, "message not sent; the requester can ask again");
    return note(message, { lastError: `Not sent: ${lastError}`, sentAt: at, recipient });
  }
  log.error({ mail: id, kind, failure: lastError }, "giving up on a message; staff must look at it");
  await note(message, { lastError, givenUpAt: at, recipient });
}

type Failed = { lastError: string; recipient?: string; nextAttemptAt?: Date; givenUpAt?: Date; sentAt?: Date };

/** Applies only while the claim holds, so a message sent by another process stays sent and one retried by staff is
 *  retried. */
async function note({ id, nextAttemptAt }: Claimed, facts: Failed): Promise<void> {
  await db().outboxMessage.updateMany({ where: { id, sentAt: null, nextAttemptAt }, data: facts });
}

function isUseful({ kind, createdAt }: Pick<Due, "kind" | "createdAt">, at: Date): boolean {
  const minutes = expiresAfterMinutes(kind);
  return minutes === undefined || at <= later(createdAt, minutes);
}

function later(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * 60_000);
}

/** Runs in the background, so the visitor doesn't wait for the mail server; the outbox retries failures. */
export function sendMailSoon(): void {
  deliverMail().catch((error: unknown) => log.error({ err: error }, "mail could not be delivered"));
}
