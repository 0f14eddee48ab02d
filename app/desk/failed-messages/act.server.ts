import { z } from "zod";
import { writeAudit } from "~/audit/audit.server";
import { retryEvent } from "~/checkout/events/retry.server";
import type { OrderId } from "~/core/ids";
import { assertNever, failed, ok, type Result } from "~/core/result";
import { sendMailSoon } from "~/mail/deliver/deliver.server";
import { retryNow } from "~/mail/resend/retry-now.server";
import { databaseNow } from "~/platform/db/clock.server";
import { transaction } from "~/platform/db/transaction.server";
import type { MessageDone } from "./done";
import { MessageForm } from "./form";

export type MessageRefusal = { id?: string; message: string };

/** Handles a failed message's buttons. Does nothing if it has since been sent, handled, or discarded. */
export async function actOnMessage(form: FormData, by: string): Promise<Result<MessageDone, MessageRefusal>> {
  const read = MessageForm.safeParse(Object.fromEntries(form));
  if (!read.success) return failed({ id: idIn(form), message: read.error.issues[0]?.message ?? "Reload the page." });
  const { act, id } = read.data;
  switch (act) {
    case "retry-mail":
      return ok(await retryMail(id, by));
    case "discard-mail":
      return ok(await discardMail(id, read.data.reason, by));
    case "retry-event": {
      const retried = await retryEvent(id, by);
      return retried.ok ? ok("handled") : failed({ id, message: `It failed again: ${retried.problem.message}` });
    }
    case "discard-event":
      return ok(await discardEvent(id, read.data.reason, by));
    default:
      return assertNever(act);
  }
}

function idIn(form: FormData): string | undefined {
  return z
    .string()
    .optional()
    .catch(undefined)
    .parse(form.get("id") ?? undefined);
}

/** A message is audited under its order, if it has one. */
const subjectOf = ({ id, orderId }: { id: string; orderId: OrderId | null }) =>
  orderId ? `order:${orderId}` : `mail:${id}`;

async function retryMail(id: string, by: string): Promise<MessageDone> {
  const done = await transaction(async (tx) => {
    const at = await databaseNow(tx);
    if (!(await retryNow(tx, id, at))) return "over" as const;
    const mail = await tx.outboxMessage.findUniqueOrThrow({ where: { id } });
    const after = { mail: mail.kind, error: mail.lastError };
    await writeAudit(tx, { actor: by, action: "mail.retried", subject: subjectOf(mail), after, at });
    return "retried" as const;
  });
  if (done === "retried") sendMailSoon();
  return done;
}

/** A discarded message stays in the outbox as settled; otherwise, jobs that queue it by id would bring it back. */
async function discardMail(id: string, reason: string, by: string): Promise<MessageDone> {
  return transaction(async (tx) => {
    const at = await databaseNow(tx);
    // Write before reading: in SQLite, a transaction that reads first fails if another process writes in between.
    const settled = { sentAt: at, givenUpAt: null };
    const { count } = await tx.outboxMessage.updateMany({ where: { id, sentAt: null }, data: settled });
    if (count === 0) return "over";
    const mail = await tx.outboxMessage.findUniqueOrThrow({ where: { id } });
    await tx.outboxMessage.update({ where: { id }, data: { lastError: `Not sent: discarded by ${by}: ${reason}` } });
    const before = {
      mail: mail.kind,
      to: mail.recipient,
      error: mail.lastError,
      payload: JSON.stringify(mail.payload),
    };
    await writeAudit(tx, {
      actor: by,
      action: "mail.discarded",
      subject: subjectOf(mail),
      before,
      after: { reason },
      at,
    });
    return "discarded";
  });
}

/** A discarded event stays in the table as handled; otherwise, the sweep would bring it back. */
async function discardEvent(id: string, reason: string, by: string): Promise<MessageDone> {
  return transaction(async (tx) => {
    const at = await databaseNow(tx);
    const { count } = await tx.stripeEvent.updateMany({ where: { id, handledAt: null }, data: { handledAt: at } });
    if (count === 0) return "over";
    const { type, objectId, lastError: error } = await tx.stripeEvent.findUniqueOrThrow({ where: { id } });
    const before = { type, object: objectId, error };
    await writeAudit(tx, {
      actor: by,
      action: "event.discarded",
      subject: `event:${id}`,
      before,
      after: { reason },
      at,
    });
    return "discarded";
  });
}
