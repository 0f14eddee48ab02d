import { writeAudit } from "~/audit/audit.server";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { createRateLimit } from "~/platform/http/rate-limit.server";
import { log } from "~/platform/log.server";
import { readSignedEvent } from "~/platform/stripe.server";
import { handleEvent } from "./stripe-events.server";

// Anybody can post here: a few rows tell staff as much as a million.
const auditRows = createRateLimit(20, 60 * 60);

/** 200 when handled (again or for the first time), 400 for what Stripe did not sign, 500 when Stripe should send it again. */
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
