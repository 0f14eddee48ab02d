import { auditRefusal } from "~/audit/refusal.server";
import { log } from "~/platform/log.server";
import { readSignedEvent } from "~/platform/stripe.server";
import { handleEvent } from "./handle.server";

/** 200 if handled (now or before), 400 if not signed by Stripe, 500 if Stripe should send it again. */
export async function receiveWebhook(body: string, signature: string | null): Promise<Response> {
  const event = readSignedEvent(body, signature);
  if (!event) {
    // SCENARIO 15: staff see it.
    await auditRefusal({ actor: "webhook", action: "webhook.refused", subject: "stripe" });
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
