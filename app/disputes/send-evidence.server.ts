import { writeAudit } from "~/audit/audit.server";
import type { DisputeId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { log } from "~/platform/log.server";
import { isRefusedByStripe, isStripeUnavailable, stripe } from "~/platform/stripe.server";
import { needsResponse } from "./dispute-status";
import { readEvidenceFacts } from "./evidence-facts.server";
import { recordDispute, syncDispute } from "./record-dispute.server";
import { type SendProblem, sendProblemText } from "./send-text";
import { stripeEvidence } from "./stripe-evidence";

type Sending = {
  disputeId: DisputeId;
  /** The staff's own statement. */
  note: string;
  /** Sends it to the bank, which is final; otherwise it is only saved in Stripe. */
  submit: boolean;
  by: string;
};

/** Saves or submits a disputed order's evidence at Stripe. Throws a 404 if there is no such dispute. */
export async function sendEvidence({ disputeId, note, submit, by }: Sending): Promise<Result<void, SendProblem>> {
  const dispute = await db().dispute.findUnique({ where: { id: disputeId } });
  if (!dispute) throw new Response("We couldn’t find this dispute.", { status: 404 });
  const { orderId } = dispute;
  const audit = async (action: string, after: Record<string, string>) => {
    const at = await databaseNow(db());
    const subject = `order:${orderId}`;
    await writeAudit(db(), { actor: by, action, subject, after: { dispute: disputeId, ...after }, at });
  };
  // Someone may have responded in Stripe's dashboard, and submitting is final.
  try {
    await syncDispute(disputeId);
  } catch (error) {
    return problemOf(error, disputeId);
  }
  const { status } = await db().dispute.findUniqueOrThrow({ where: { id: disputeId } });
  if (!needsResponse(status)) return failed({ kind: "answered" });
  const evidence = stripeEvidence(await readEvidenceFacts(orderId), note);
  // Before the call: the audit must show who sent what the bank has, even if Stripe's response is lost.
  await audit(submit ? "dispute.answer-requested" : "dispute.save-requested", { note });
  try {
    await recordDispute(orderId, await stripe().disputes.update(disputeId, { evidence, submit }));
    return ok(undefined);
  } catch (error) {
    const refusal = problemOf(error, disputeId);
    await audit("dispute.request-failed", { why: sendProblemText(refusal.problem) });
    return refusal;
  }
}

/** Rethrows anything that isn't a response from Stripe or an outage. */
function problemOf(error: unknown, dispute: string): { ok: false; problem: SendProblem } {
  if (isRefusedByStripe(error)) return failed({ kind: "refused", message: error.message });
  if (!isStripeUnavailable(error)) throw error;
  log.error({ err: error, dispute }, "evidence could not be sent");
  return failed({ kind: "unavailable" });
}
