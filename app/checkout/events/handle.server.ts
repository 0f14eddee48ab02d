import { DisputeId } from "~/core/ids";
import { syncDispute } from "~/disputes/record-dispute.server";
import { sendMailSoon } from "~/mail/deliver/deliver.server";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { isDuplicateOf } from "~/platform/db/constraint.server";
import { processRefundsOfOrder } from "~/refunds/process/process.server";
import { refundIdsOf, syncRefund } from "~/refunds/process/sync.server";
import { reconcileWithStripe } from "../settle/reconcile.server";
import { recordFailedAttempt } from "./failed-attempts.server";

/** The events that change something here. Others are acknowledged and ignored. At most 20, the limit of Stripe's event list. */
export const handledEvents = [
  "checkout.session.completed",
  "checkout.session.async_payment_succeeded",
  "checkout.session.async_payment_failed",
  "checkout.session.expired",
  "refund.created",
  "refund.updated",
  "refund.failed",
  "charge.refunded",
  "charge.dispute.created",
  "charge.dispute.updated",
  "charge.dispute.closed",
  "charge.dispute.funds_withdrawn",
  "charge.dispute.funds_reinstated",
] as const;
type HandledEvent = (typeof handledEvents)[number];

export type EventHint = { id: string; type: string; data: { object: object } };

/** Handles a Stripe event once, no matter how often it arrives. Its content is only a hint: the object is fetched again. Throws if handling
 *  fails, so Stripe sends it again; after too many failures it waits for a person. */
export async function handleEvent(event: EventHint): Promise<void> {
  if (!(await isDue(event)) || !isHandledType(event.type)) return;
  try {
    await handle(event.type, objectIdOf(event), `${event.type} ${event.id}`);
  } catch (error) {
    await recordFailedAttempt(event.id, error);
    throw error;
  }
  await db().stripeEvent.update({ where: { id: event.id }, data: { handledAt: now(), lastError: null } });
  sendMailSoon();
}

async function handle(type: HandledEvent, objectId: string, cause: string): Promise<void> {
  switch (type) {
    case "checkout.session.completed":
    case "checkout.session.async_payment_succeeded":
    case "checkout.session.async_payment_failed":
    case "checkout.session.expired":
      await reconcileSession(objectId, cause);
      break;
    case "refund.created":
    case "refund.updated":
    case "refund.failed":
      await reconcileRefund(objectId, cause);
      break;
    case "charge.refunded":
      for (const id of await refundIdsOf(objectId)) await reconcileRefund(id, cause);
      break;
    default:
      await syncDispute(DisputeId.parse(objectId));
  }
}

/** Also processes the refund of a late payment. */
async function reconcileSession(sessionId: string, cause: string): Promise<void> {
  const orderId = await reconcileWithStripe(sessionId, cause);
  if (orderId) await processRefundsOfOrder(orderId);
}

/** A refund's event can arrive before that of its payment. */
async function reconcileRefund(stripeRefundId: string, cause: string): Promise<void> {
  const unreceived = await syncRefund(stripeRefundId);
  if (!unreceived) return;
  await reconcileSession(unreceived.sessionId, cause);
  if (await syncRefund(stripeRefundId))
    throw new Error(`refund ${stripeRefundId} exceeds what order ${unreceived.orderId} received`);
}

function isHandledType(type: string): type is HandledEvent {
  return handledEvents.some((handled) => handled === type);
}

function objectIdOf({ data: { object } }: EventHint): string {
  return "id" in object ? String(object.id) : "";
}

/** Stores the event. False if it was handled before or waits for a person; an unfinished one is handled again. */
async function isDue(event: EventHint): Promise<boolean> {
  const { id, type } = event;
  try {
    await db().stripeEvent.create({ data: { id, type, objectId: objectIdOf(event), receivedAt: now() } });
    return true;
  } catch (error) {
    if (!isDuplicateOf(error, "StripeEvent_pkey")) throw error;
    const known = await db().stripeEvent.findUnique({ where: { id } });
    return known?.handledAt == null && known?.givenUpAt == null;
  }
}
