import { writeAudit } from "~/audit/audit.server";
import type { EnrollmentId, OrderId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import { db, type Queries } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { isDuplicateOf } from "~/platform/db/constraint.server";
import { lockOrder } from "~/platform/db/locks.server";
import { transaction } from "~/platform/db/transaction.server";
import { alertOfSecond } from "./second-certificate.server";

/** What a learner confirms: the courses of one order under one address, each with its name. */
export async function readConfirmation(enrollmentId: EnrollmentId, queries: Queries = db()) {
  const { participantEmail, participantKey, orderId } = await queries.enrollment.findUniqueOrThrow({
    where: { id: enrollmentId },
    select: { participantEmail: true, participantKey: true, orderId: true },
  });
  const units = participantKey === null ? [] : await unitsOf(queries, { orderId, participantKey });
  return {
    ...{ orderId, email: participantEmail, units },
    isConfirmed: units.every(({ confirmedAt }) => confirmedAt !== null),
    /** Sent back with the answer: a name changed since then is not confirmed. */
    seen: units.map(({ id, participantName }) => `${id} ${participantName}`).join("\n"),
  };
}

function unitsOf(queries: Queries, where: { orderId: OrderId; participantKey: string }) {
  return queries.enrollment.findMany({
    where,
    select: {
      ...{
        id: true,
        participantName: true,
        participantKey: true,
        confirmedAt: true,
        courseId: true,
        linkVersion: true,
      },
      course: { select: { title: true } },
      certificate: { select: { participantKey: true } },
    },
    orderBy: [{ orderLine: { position: "asc" } }, { unit: "asc" }],
  });
}

/** EDUCATION 15: the owner of the mailbox says that they are the learner, by a link that only their letter has or signed in. Fails if
 *  a name changed after they saw it. Confirming again is harmless. */
export async function confirmLearner(enrollmentId: EnrollmentId, seen: string): Promise<Result<void, "changed">> {
  return settled(enrollmentId, (confirmation) => (confirmation.seen === seen ? confirmation.units : undefined));
}

/** The signed-in learner submits a test: that confirms this course. */
export async function confirmInAccount(enrollmentId: EnrollmentId): Promise<void> {
  await settled(enrollmentId, ({ units }) => units.filter(({ id }) => id === enrollmentId));
}

type Confirmation = Awaited<ReturnType<typeof readConfirmation>>;
type Unit = Confirmation["units"][number];

async function settled(
  enrollmentId: EnrollmentId,
  choose: (confirmation: Confirmation) => Unit[] | undefined,
): Promise<Result<void, "changed">> {
  const { orderId } = await readConfirmation(enrollmentId);
  const settle = () =>
    transaction(async (tx) => {
      // Serialize with a passing attempt and with a change of the learner.
      await lockOrder(tx, orderId);
      const at = await databaseNow(tx);
      const units = choose(await readConfirmation(enrollmentId, tx));
      if (!units) return failed("changed" as const);
      for (const unit of units) await confirm(tx, unit, orderId, at);
      return ok(undefined);
    });
  return settle().catch((error: unknown) => {
    // Another order just credited the same person; the second try sees it.
    if (isDuplicateOf(error, "Certificate_participantKey_courseId_key")) return settle();
    throw error;
  });
}

async function confirm(tx: Queries, unit: Unit, orderId: OrderId, at: Date): Promise<void> {
  const { id, participantKey, participantName, courseId, certificate } = unit;
  const { count } = await tx.enrollment.updateMany({
    where: { id, participantKey, participantName, confirmedAt: null },
    data: { confirmedAt: at },
  });
  if (count === 0) return;
  await writeAudit(tx, { actor: "learner", action: "learner.confirmed", subject: `enrollment:${id}`, at });
  if (!certificate || certificate.participantKey !== null) return;
  if ((await tx.certificate.count({ where: { participantKey, courseId } })) > 0)
    return alertOfSecond(tx, { orderId, courseTitle: unit.course.title, at });
  await tx.certificate.update({ where: { enrollmentId: id }, data: { participantKey } });
}
