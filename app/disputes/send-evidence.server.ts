import { writeAudit } from "~/audit/audit.server";
import type { DisputeId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { log } from "~/platform/log.server";
import { isRefusedByStripe, isStripeAway, stripe } from "~/platform/stripe.server";
import { needsAnswer } from "./dispute-status";
import { readEvidenceFacts } from "./evidence-facts.server";
import { recordDispute, reviewDispute } from "./record-dispute.server";
import { type SendProblem, sendProblemWords } from "./send-words";
import { stripeEvidence } from "./stripe-evidence";

type Sending = {
  disputeId: DisputeId;
  /** What staff add in their own words. */
  note: string;
  /** To the bank, once and for good; otherwise it only waits at Stripe. */
  submit: boolean;
  by: string;
};

/** Hands the evidence of a disputed order to Stripe. Throws a 404 where there is no such dispute. */
export async function sendEvidence({ disputeId, note, submit, by }: Sending): Promise<Result<void, SendProblem>> {
  const dispute = await db().dispute.findUnique({ where: { id: disputeId } });
  if (!dispute) throw new Response("There is no such dispute.", { status: 404 });
  const { orderId } = dispute;
  const audit = async (action: string, after: Record<string, string>) => {
    const at = await databaseNow(db());
    const subject = `order:${orderId}`;
    await writeAudit(db(), { actor: by, action, subject, after: { dispute: disputeId, ...after }, at });
  };
  // Somebody may have answered in Stripe's dashboard; a second submission can't be taken back.
  try {
    await reviewDispute(disputeId);
  } catch (error) {
    return problemOf(error, disputeId);
  }
  const { status } = await db().dispute.findUniqueOrThrow({ where: { id: disputeId } });
  if (!needsAnswer(status)) return failed({ kind: "answered" });
  const evidence = stripeEvidence(await readEvidenceFacts(orderId), note);
  // Before the call: what the bank has must have somebody who sent it, also where Stripe's answer is lost.
  await audit(submit ? "dispute.answer-requested" : "dispute.save-requested", { note });
  try {
    await recordDispute(orderId, await stripe().disputes.update(disputeId, { evidence, submit }));
    return ok(undefined);
  } catch (error) {
    const refusal = problemOf(error, disputeId);
    await audit("dispute.request-failed", { why: sendProblemWords(refusal.problem) });
    return refusal;
  }
}

/** Throws what is no answer of Stripe's. */
function problemOf(error: unknown, dispute: string): { ok: false; problem: SendProblem } {
  if (isRefusedByStripe(error)) return failed({ kind: "refused", message: error.message });
  if (!isStripeAway(error)) throw error;
  log.error({ err: error, dispute }, "evidence could not be sent");
  return failed({ kind: "unavailable" });
}
