import type Stripe from "stripe";
import { newId } from "../ids";
import type { StandIn } from "../stand-in";
import { makeDelivery } from "../webhooks/delivery";
import type { StoredEvent } from "../world";

/** The version of all objects (https://docs.stripe.com/api/versioning); the SDK must ask for this one. */
export const apiVersion = "2026-10-28.endive" satisfies Stripe.LatestApiVersion;

/** The API request that caused the event; none if Stripe itself did (a shopper's payment, an expiration). */
export type Cause = { requestId: string; idempotencyKey: string | null };

export type EventType =
  | "checkout.session.completed"
  | "checkout.session.async_payment_succeeded"
  | "checkout.session.async_payment_failed"
  | "checkout.session.expired"
  | "charge.refunded"
  | "charge.updated"
  | "charge.dispute.created"
  | "charge.dispute.updated"
  | "charge.dispute.closed"
  | "charge.dispute.funds_withdrawn"
  | "charge.dispute.funds_reinstated"
  | "payout.paid"
  | "refund.created"
  | "refund.updated"
  | "refund.failed";

/** Records an event with a copy of the object as it is now, and queues its webhook. Only inside `change`. */
export function emit(
  standIn: Pick<StandIn, "world" | "clock" | "settings">,
  type: EventType,
  object: object,
  { cause, previous }: { cause?: Cause | null; previous?: object } = {},
): void {
  const { world, clock, settings } = standIn;
  const event: StoredEvent = {
    id: newId("event"),
    object: "event",
    api_version: apiVersion,
    created: clock.now(),
    data: { object: structuredClone(object), ...(previous ? { previous_attributes: previous } : {}) },
    livemode: false,
    pending_webhooks: settings.webhookUrl ? 1 : 0,
    request: { id: cause?.requestId ?? null, idempotency_key: cause?.idempotencyKey ?? null },
    type,
  };
  world.events[event.id] = event;
  if (settings.webhookUrl) queueWebhook(standIn, event);
}

function queueWebhook({ world, settings }: Pick<StandIn, "world" | "settings">, event: StoredEvent): void {
  const states = {
    deliver: ["waiting"],
    delay: ["waiting"],
    duplicate: ["waiting", "waiting"],
    hold: ["held"],
    drop: ["dropped"],
  } as const;
  for (const state of states[settings.webhookMode]) {
    const delivery = makeDelivery(event, state);
    if (settings.webhookMode === "delay") delivery.nextAttemptAt = Date.now() + settings.webhookDelayMs;
    world.deliveries[delivery.id] = delivery;
  }
}
