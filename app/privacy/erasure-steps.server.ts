import { eraseFromAudit } from "~/audit/erase.server";
import { customerKeyOf } from "~/core/email";
import { CustomerKey } from "~/core/ids";
import { stopReminders } from "~/mail/reminders/opt-out.server";
import { db, type Queries } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { lockStockRow } from "~/platform/db/locks.server";
import { transaction } from "~/platform/db/transaction.server";
import { openOrder } from "./person.server";
import { erased, eraseLetters, eraseOrders, nobody } from "./tombstone.server";

type Person = { customerKey: CustomerKey; addresses: string[]; erasureId: string };
/** Erases a bounded part; whether there may be more. */
type Step = (person: Person) => Promise<boolean>;

const few = 20;
const many = 200;

/** What a person's data is taken from, in an order in which each finds what it looks for. */
export const erasureSteps: Step[] = [orders, learners, records, seats, letters, audit, limits, account];

/** Paid orders keep their invoice: name and address, as the law requires. */
function orders({ customerKey, erasureId }: Person): Promise<boolean> {
  return transaction(async (tx) => {
    const found = await tx.order.findMany({
      where: { customerKey, NOT: openOrder },
      ...{ select: { id: true, paidAt: true, cartId: true, email: true, certificateName: true }, take: few },
    });
    if (found.length === 0) return false;
    const at = await databaseNow(tx);
    const ids = found.map(({ id }) => id);
    const wanted = await tx.outboxMessage.findMany({ where: { orderId: { in: ids }, kind: { not: "staff-alert" } } });
    const own = wanted.filter((letter) => isOwnLetter(letter, customerKey)).map(({ id }) => id);
    await eraseLetters(tx, own, at);
    await tx.cart.deleteMany({ where: { id: { in: found.flatMap(({ cartId }) => cartId ?? []) } } });
    for (const keepInvoice of [true, false]) {
      const some = found.filter(({ paidAt }) => (paidAt !== null) === keepInvoice).map(({ id }) => id);
      if (some.length > 0) await eraseOrders(tx, some, { keepInvoice });
    }
    const words = found.flatMap(({ email, certificateName }) => [email, certificateName]);
    const subjects = ids.map((id) => `order:${id}`);
    await eraseMentions(tx, { subjects, words: [...words, customerKey], erasureId, at });
    return found.length === few;
  });
}

/** A course that was begun is a completion record, which approvers require; any other loses its learner. */
function learners({ customerKey, erasureId }: Person): Promise<boolean> {
  return transaction(async (tx) => {
    const found = await tx.enrollment.findMany({
      where: { participantKey: customerKey, attemptsUsed: 0, passedAt: null },
      ...{ select: { id: true, orderId: true, participantName: true, participantEmail: true }, take: few },
    });
    if (found.length === 0) return false;
    const at = await databaseNow(tx);
    const ids = found.map(({ id }) => id);
    await tx.enrollment.updateMany({ where: { id: { in: ids }, attemptsUsed: 0, passedAt: null }, data: nobody });
    const orderIds = found.map(({ orderId }) => orderId);
    const wanted = await tx.outboxMessage.findMany({ where: { orderId: { in: orderIds }, recipient: { not: null } } });
    await eraseLetters(
      tx,
      wanted.filter(({ recipient }) => customerKeyOf(recipient ?? "") === customerKey).map(({ id }) => id),
      at,
    );
    const words = found.flatMap(({ participantName, participantEmail }) => [participantName, participantEmail]);
    const subjects = [...ids.map((id) => `enrollment:${id}`), ...orderIds.map((id) => `order:${id}`)];
    await eraseMentions(tx, { subjects, words: [...words, customerKey], erasureId, at });
    return found.length === few;
  });
}

/** Nobody attempts more courses than fit into one step. Their links end, and no more reminders are sent. */
async function records({ customerKey }: Person): Promise<boolean> {
  const where = { participantKey: customerKey };
  await db().enrollment.updateMany({ where, data: { linkVersion: { increment: 1 } } });
  const unfinished = await db().enrollment.findMany({
    where: { ...where, passedAt: null },
    select: { id: true },
    take: many,
  });
  for (const { id } of unfinished) await stopReminders(id);
  return false;
}

async function seats({ addresses }: Person): Promise<boolean> {
  const { count } = await db().orderSeat.updateMany({
    where: { email: { in: addresses } },
    data: { name: erased, email: erased },
    limit: many,
  });
  return count === many;
}

function letters({ addresses }: Person): Promise<boolean> {
  const recipient = { in: addresses };
  return transaction(async (tx) => {
    const found = await tx.outboxMessage.findMany({ where: { recipient }, select: { id: true }, take: many });
    await eraseLetters(
      tx,
      found.map(({ id }) => id),
      await databaseNow(tx),
    );
    return found.length === many;
  });
}

/** What the person did themselves. */
function audit({ addresses, erasureId }: Person): Promise<boolean> {
  const actor = { in: addresses };
  return transaction(async (tx) => {
    const found = await tx.auditEntry.findMany({ where: { actor }, select: { id: true }, take: many });
    const entryIds = found.map(({ id }) => id);
    const at = await databaseNow(tx);
    const erasing = { parts: ["actor" as const, "origin" as const, "change" as const], ...erasureOf(erasureId), at };
    return (await eraseFromAudit(tx, { ...erasing, entryIds })) === many;
  });
}

/** Units taken from a limited sale stay counted, under another name. */
function limits({ customerKey, erasureId }: Person): Promise<boolean> {
  return transaction(async (tx) => {
    const name = CustomerKey.parse(`${erased} ${erasureId}`);
    const first = await tx.stockCustomer.findFirst({ where: { customerKey }, select: { stockId: true } });
    if (!first) {
      await tx.stockHold.updateMany({ where: { customerKey }, data: { customerKey: name } });
      return false;
    }
    const { stockId } = first;
    await lockStockRow(tx, stockId);
    await tx.stockHold.updateMany({ where: { stockId, customerKey }, data: { customerKey: name } });
    await tx.stockCustomer.updateMany({ where: { stockId, customerKey }, data: { customerKey: name } });
    return true;
  });
}

function account({ customerKey }: Person): Promise<boolean> {
  return transaction(async (tx) => {
    await tx.signInLink.deleteMany({ where: { email: customerKey } });
    await tx.customer.deleteMany({ where: { customerKey } });
    return false;
  });
}

/** Sent to this person, or, not sent yet, about nobody else. */
function isOwnLetter(
  { recipient, payload, sentAt }: { recipient: string | null; payload: unknown; sentAt: Date | null },
  customerKey: CustomerKey,
): boolean {
  if (recipient !== null) return customerKeyOf(recipient) === customerKey;
  const facts: Record<string, unknown> = typeof payload === "object" && payload !== null ? { ...payload } : {};
  if (typeof facts.email === "string") return customerKeyOf(facts.email) === customerKey;
  return sentAt === null && facts.enrollmentId === undefined;
}

type Mentions = { subjects: string[]; words: (string | null)[]; erasureId: string; at: Date };

/** Blanks what changed in entries that name the person; the staff who changed it stay named. */
async function eraseMentions(tx: Queries, { subjects, words, erasureId, at }: Mentions): Promise<void> {
  const entries = await tx.auditEntry.findMany({
    where: { subject: { in: subjects }, changeSalt: { not: null } },
    ...{ select: { id: true, before: true, after: true }, take: many },
  });
  const names = words.flatMap((word) => (word ? [word.toLowerCase()] : []));
  const about = entries.filter(({ before, after }) => {
    const text = JSON.stringify([before, after]).toLowerCase();
    return names.some((name) => text.includes(JSON.stringify(name).slice(1, -1)));
  });
  const entryIds = about.map(({ id }) => id);
  await eraseFromAudit(tx, { entryIds, parts: ["change"], ...erasureOf(erasureId), at });
}

const erasureOf = (erasureId: string) => ({
  ...{ reason: "a person’s data was erased on request", actor: "erasure", subject: `erasure:${erasureId}` },
});
