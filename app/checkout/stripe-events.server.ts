import type Stripe from "stripe";
import { sendMailSoon } from "~/mail/deliver.server";
import { now } from "~/platform/clock.server";
import { db, isAlreadyThere } from "~/platform/db.server";
import { pursueRefunds, reviewRefund } from "~/refunds/pursue-refunds.server";
import { fulfil } from "./fulfil.server";

/** The events that change something here; Stripe may send others, which are acknowledged and left alone. */
export const handledEvents = [
  "checkout.session.completed",
  "checkout.session.async_payment_succeeded",
  "checkout.session.async_payment_failed",
  "checkout.session.expired",
  "refund.created",
  "refund.updated",
  "refund.failed",
] as const;

/** Handles a Stripe event once, however often it arrives. Its content is only a hint: the object is asked for afresh.
 *  Throws where handling failed, so that Stripe sends it again. */
export async function handleEvent(
  event: Pick<Stripe.Event, "id" | "type"> & { data: { object: object } },
): Promise<void> {
  if (!(await isNew(event.id, event.type))) return;
  const objectId = "id" in event.data.object ? String(event.data.object.id) : "";
  const cause = `${event.type} ${event.id}`;
  switch (event.type) {
    case "checkout.session.completed":
    case "checkout.session.async_payment_succeeded":
    case "checkout.session.async_payment_failed":
    case "checkout.session.expired":
      await fulfil(objectId, cause);
      break;
    case "refund.created":
    case "refund.updated":
    case "refund.failed":
      await reviewRefund(objectId);
      break;
    default:
      return;
  }
  await pursueRefunds();
  await db().stripeEvent.update({ where: { id: event.id }, data: { handledAt: now() } });
  sendMailSoon();
}

/** Notes the event; false where it was handled before. One that came but was not finished is taken up again. */
async function isNew(id: string, type: string): Promise<boolean> {
  try {
    await db().stripeEvent.create({ data: { id, type, receivedAt: now() } });
    return true;
  } catch (error) {
    if (!isAlreadyThere(error)) throw error;
    const known = await db().stripeEvent.findUnique({ where: { id } });
    return known?.handledAt == null;
  }
}
