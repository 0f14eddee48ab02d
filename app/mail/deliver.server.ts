import { Email } from "~/core/email";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { log } from "~/platform/log.server";
import { sendMail } from "~/platform/mail.server";
import { readShop } from "~/shop/shop.server";
import { composeLetter } from "./compose-letter.server";
import { judgeFailure } from "./judge-failure";
import { readLetter } from "./read-letter.server";
import type { Addressed, Recipient } from "./readers/addressed";
import { minutesUntilRetry, usefulMinutes } from "./retry";
import { withoutAddresses } from "./without-addresses";

/** Longer than one letter can take (platform/mail.server.ts gives up after two minutes). */
const claimMinutes = 5;
const batch = 50;

type Due = { id: string; kind: string; payload: unknown; createdAt: Date; nextAttemptAt: Date };

/** Sends what the outbox holds. Each message is claimed by a guarded write just before it is sent, so several processes never
 *  send one twice at a time, however slow the mail server is; after a crash in the middle it is sent again, under the same
 *  Message-ID (at least once). A failure waits longer each time, and in the end for a person. */
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
    // The others are not held up by a server that does not answer: they wait for the next round, unclaimed.
    if ((await deliver(claimed)) === "server-down") return;
  }
}

/** `attempts`: how often it was tried, this time included; `nextAttemptAt`: until when the claim holds. */
type Claimed = Due & { attempts: number };

/** Undefined where another process has it. */
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
    if (!Email.safeParse(recipient).success) {
      await giveUp(message, "This address can’t receive mail.", recipient);
      return "done";
    }
    await send(id, read.value);
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

/** A name as a header can hold it: one line, and not so long that servers refuse it. */
function plainName({ name, address }: Recipient): Recipient {
  return { address, name: name?.replace(/\p{Cc}+/gu, " ").slice(0, 100) };
}

async function settle(id: string, facts: { lastError: string | null; recipient?: string }): Promise<void> {
  await db().outboxMessage.update({ where: { id }, data: { sentAt: await databaseNow(db()), ...facts } });
}

async function fail(error: unknown, message: Claimed, recipient?: string): Promise<"done" | "server-down"> {
  const { id, kind, attempts } = message;
  const { isFinal, isServerDown, words } = judgeFailure(error);
  const wait = isFinal ? undefined : minutesUntilRetry(attempts);
  const nextAttemptAt = later(await databaseNow(db()), wait ?? 0);
  if (wait === undefined || !isUseful(message, nextAttemptAt)) {
    await giveUp(message, words, recipient);
  } else {
    // Never the error itself: its fields hold the reader's address.
    const failure = withoutAddresses(error instanceof Error ? (error.stack ?? error.message) : words);
    log.error({ mail: id, kind, attempts, failure }, "message could not be sent; it will be retried");
    await note(message, { lastError: words, nextAttemptAt, recipient });
  }
  return isServerDown ? "server-down" : "done";
}

/** Staff see it among the dead letters, but for what would be of no use when they look. */
async function giveUp(message: Claimed, lastError: string, recipient?: string): Promise<void> {
  const { id, kind } = message;
  const at = await databaseNow(db());
  if (usefulMinutes(kind) !== undefined) {
    log.warn({ mail: id, kind, failure: lastError }, "message not sent; the requester can ask again");
    return note(message, { lastError: `Not sent: ${lastError}`, sentAt: at, recipient });
  }
  log.error({ mail: id, kind, failure: lastError }, "giving up on a message; staff must look at it");
  await note(message, { lastError, givenUpAt: at, recipient });
}

type Failed = { lastError: string; recipient?: string; nextAttemptAt?: Date; givenUpAt?: Date; sentAt?: Date };

/** Only while the claim holds: what another process sent meanwhile stays sent, and what staff took up again is tried again. */
async function note({ id, nextAttemptAt }: Claimed, facts: Failed): Promise<void> {
  await db().outboxMessage.updateMany({ where: { id, sentAt: null, nextAttemptAt }, data: facts });
}

function isUseful({ kind, createdAt }: Pick<Due, "kind" | "createdAt">, at: Date): boolean {
  const minutes = usefulMinutes(kind);
  return minutes === undefined || at <= later(createdAt, minutes);
}

function later(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * 60_000);
}

/** In the background: the visitor does not wait for the mail server, and the outbox tries again where this fails. */
export function sendMailSoon(): void {
  deliverMail().catch((error: unknown) => log.error({ err: error }, "mail could not be delivered"));
}
