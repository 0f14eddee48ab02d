import { writeAudit } from "~/audit/audit.server";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { createRateLimit } from "~/platform/limits/rate-limit.server";
import { log } from "~/platform/log.server";
import { readSignedEvent } from "~/platform/stripe.server";
import { handleEvent } from "./handle.server";

// Anyone can post here: a few audit rows tell staff as much as a million.
const auditRows = createRateLimit("webhook-refusals-audited", 20, 60 * 60);

/** 200 if handled (now or before), 400 if not signed by Stripe, 500 if Stripe should send it again. */
export async function receiveWebhook(body: string, signature: string | null): Promise<Response> {
  const event = readSignedEvent(body, signature);
  if (!event) {
    log.warn("a webhook without a valid signature was refused");
    // SCENARIO 15: staff see it.
    if ((await auditRows.use("refused")) === 0)
      await writeAudit(db(), { actor: "webhook", action: "webhook.refused", subject: "stripe", at: now() });
    return new Response("No valid signature.\n", { status: 400 });
  }
  try {
    await handleEvent(event);
    return new Response("ok\n");
  } catch (error) {
    log.error(
      { err: error, type: event.type, event: event.id },
      "an event could not be handled; Stripe will repeat it",
    );
    return new Response("Try again.\n", { status: 500 });
  }
}
