import { customerKeyOf } from "~/core/email";
import type { EnrollmentId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { transaction } from "~/platform/db/transaction.server";
import { createRateLimit } from "~/platform/limits/rate-limit.server";
import { sendNow } from "./send-now.server";

// Whoever opens a course's page can ask for it: nobody can fill the learner's mailbox.
const letters = createRateLimit("learner-letters", 3, 60 * 60);

/** Sends the learner's letter again, with the link to confirm. False if that was asked too often, or there is no learner. */
export async function resendLearnerLetter(enrollmentId: EnrollmentId): Promise<boolean> {
  const { orderId, participantEmail: email } = await db().enrollment.findUniqueOrThrow({
    where: { id: enrollmentId },
    select: { orderId: true, participantEmail: true },
  });
  if (email === null || (await letters.use(customerKeyOf(email))) > 0) return false;
  await transaction(async (tx) =>
    sendNow(tx, orderId, { kind: "access", payload: { orderId, email } }, await databaseNow(tx)),
  );
  return true;
}
