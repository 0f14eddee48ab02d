import Stripe from "stripe";
import { handleEvent } from "~/checkout/events/handle.server";
import { beginPayment } from "~/checkout/order/begin-payment.server";
import { closeUnpaidOrder } from "~/checkout/settle/close-unpaid.server";
import { reconcileWithStripe } from "~/checkout/settle/reconcile.server";
import { CartId, type EnrollmentId, OrderId } from "~/core/ids";
import { cents } from "~/core/money";
import { db } from "~/platform/db/client.server";
import { newSecret } from "~/platform/secrets.server";
import { stripe } from "~/platform/stripe.server";
import { issueRefund } from "~/refunds/issue/issue.server";
import { processRefundsOfOrder } from "~/refunds/process/process.server";
import { type Chance, seeded } from "../support/seeded";

export type World = {
  seed: number;
  /** A control of the stand-in; undefined if the stand-in refuses it as Stripe would (409). */
  control: (path: string, body: object) => Promise<unknown>;
};

/** Stripe was down: a webhook is sent again, or a sweep runs. Anything else is a bug. */
function onlyStripe(error: unknown): void {
  if (!(error instanceof Stripe.errors.StripeError)) throw error;
}

const formats = [
  "iv-therapeutics.ebook",
  "iv-therapeutics.book_by_mail",
  "mri-screening-and-safety.ebook",
  "managing-dose-in-fluoroscopy.ebook",
  "radiation-protection-in-radiography.ebook",
] as const;
const address = {
  name: "Ada Lim",
  line1: "12 Foundry Street",
  line2: undefined,
  city: "Port Alder",
  postalCode: "53299",
  country: "US",
};
const stripeFaults = [500, 503, 429, "reset-before-work", "reset-after-work"] as const;

/** One order's life, from cart to end, with anything that goes wrong on the way. All its choices come from the seed and its
 *  own number, so a life can be replayed. */
export async function live(world: World, number: number): Promise<void> {
  const chance = seeded(world.seed, number);
  const cartId = await fillCart(chance);
  const email = `buyer${number}@example.com`;
  if (chance.happens(0.02)) await break_(world, chance, "/v1/checkout/sessions");
  await checkOut(cartId, email, chance);
  const order = await db().order.findFirst({ where: { cartId, state: "awaiting_payment" } });
  if (!order?.stripeSessionId) return;
  if (chance.happens(0.05)) await endHold(order.id);
  const paid = await pay(world, order.id, order.stripeSessionId, chance);
  if (paid && chance.happens(0.3)) await giveBack(world, order.id, chance);
}

async function fillCart(chance: Chance): Promise<string> {
  const cartId = newSecret();
  const at = new Date();
  const chosen = new Set([chance.pick(formats), chance.pick(formats)]);
  await db().cart.create({
    data: {
      id: cartId,
      updatedAt: at,
      lines: {
        create: [...chosen].map((courseFormatId) => ({ courseFormatId, quantity: 1 + chance.below(3), addedAt: at })),
      },
      coupons: chance.happens(0.3) ? { create: { code: "TENTH", enteredAt: at } } : undefined,
    },
  });
  return cartId;
}

/** Once, twice at the same time, or again after a failure. */
async function checkOut(cartId: string, email: string, chance: Chance): Promise<void> {
  const start = () => beginPayment(CartId.parse(cartId), request, { clientAddress: "::1" });
  const request = {
    email,
    certificateName: "Ada Lim",
    address: { ...address, state: chance.pick(["WI", "TX", "AK"]) },
    agreedCents: cents(1_000_000),
    ...(chance.happens(0.2)
      ? { purpose: "gift" as const, seats: [{ name: "Bo Lim", email: `friend-of-${email}` }] }
      : { purpose: "self" as const, seats: [] }),
  };
  const answers = await Promise.all(Array.from({ length: chance.happens(0.1) ? 2 : 1 }, start));
  if (answers.every(({ ok }) => !ok) && chance.happens(0.5)) await start();
}

/** Makes Stripe fail once on this call; a 500 is then replayed for a day. */
async function break_(world: World, chance: Chance, path: string): Promise<void> {
  await world.control("fail", { method: "POST", path, status: chance.pick(stripeFaults) });
}

const endHold = (orderId: string) =>
  db().stockHold.updateMany({ where: { orderId, state: "held" }, data: { endsAt: new Date(Date.now() - 1000) } });

/** Whether the payment succeeded and the shop knows. */
async function pay({ control }: World, orderId: string, sessionId: string, chance: Chance): Promise<boolean> {
  const way = chance.below(100);
  if (way < 8) {
    await closeUnpaidOrder(OrderId.parse(orderId), "abandoned");
    return false;
  }
  if (way < 14) await control(`sessions/${sessionId}/pay`, { outcome: "declined" });
  if (way < 22) {
    await control(`sessions/${sessionId}/pay`, { outcome: "processing" });
    if (chance.happens(0.7)) await reconcileWithStripe(sessionId, "success page").catch(onlyStripe);
    const outcome = chance.happens(0.5) ? "paid" : "failed";
    await control(`sessions/${sessionId}/settle`, { outcome });
    await hear(sessionId, chance);
    return outcome === "paid";
  }
  await control(`sessions/${sessionId}/pay`, { outcome: "paid" });
  await hear(sessionId, chance);
  return true;
}

/** Webhooks that arrive once, three times in parallel, or not at all; a success page at the same time; a crash in between. */
async function hear(sessionId: string, chance: Chance): Promise<void> {
  const event = (copy: number) => ({
    id: `evt_${sessionId}_${copy}`,
    type: "checkout.session.completed" as const,
    data: { object: { id: sessionId } },
  });
  const way = chance.below(10);
  const page = () => reconcileWithStripe(sessionId, "success page").catch(onlyStripe);
  const webhook = (copy: number) => handleEvent(event(copy)).catch(onlyStripe);
  if (way < 4) await webhook(0);
  else if (way < 6) await Promise.all([0, 0, 1].map(webhook));
  else if (way < 8) await Promise.all([page(), webhook(0)]);
  // Otherwise no event arrives, and the sweep has to find out.
}

/** Refunds by staff (sometimes two at the same time), refunds in the dashboard, and disputes. */
async function giveBack(world: World, orderId: OrderId, chance: Chance): Promise<void> {
  const order = await db().order.findUniqueOrThrow({
    where: { id: orderId },
    include: { enrollments: { orderBy: [{ orderLine: { position: "asc" } }, { unit: "asc" }] } },
  });
  const way = chance.below(10);
  if (way === 0 && order.stripeChargeId) {
    const amount = 1 + chance.below(order.receivedCents);
    await world.control(`charges/${order.stripeChargeId}/refund`, { amount });
    return;
  }
  if (way === 1 && order.stripeChargeId) {
    await dispute(world, order.stripeChargeId, chance);
    return;
  }
  const staff = chance.happens(0.2) ? ["one@example.com", "two@example.com"] : ["one@example.com"];
  const refunds = staff.map((by) => ({
    orderId,
    what: refundChoice(order, chance),
    reason: "requested by the buyer",
    restock: chance.happens(0.5),
    withdrawAccess: chance.happens(0.5),
    by,
  }));
  if (chance.happens(0.3)) await break_(world, chance, "/v1/refunds");
  await Promise.all(refunds.map((refund) => issueRefund(refund)));
  if (chance.happens(0.5)) await processRefundsOfOrder(orderId);
}

function refundChoice(
  { enrollments, totalCents }: { enrollments: { id: EnrollmentId }[]; totalCents: number },
  chance: Chance,
) {
  const way = chance.below(3);
  const some = enrollments.filter(() => chance.happens(0.5)).map(({ id }) => id);
  if (way === 0 && some.length > 0)
    return { kind: "units" as const, enrollmentIds: some, shipping: chance.happens(0.5) };
  if (way === 1) return { kind: "amount" as const, cents: cents(1 + chance.below(Math.max(1, totalCents))) };
  return { kind: "full" as const };
}

async function dispute({ control }: World, chargeId: string, chance: Chance): Promise<void> {
  const opened = (await control(`charges/${chargeId}/dispute`, {})) as { dispute?: { id: string } } | undefined;
  const id = opened?.dispute?.id;
  if (id && chance.happens(0.7))
    await control(`disputes/${id}/close`, { outcome: chance.happens(0.5) ? "won" : "lost" });
}

/** Everything still open at Stripe ends, one way or the other. */
export async function settleRefunds({ seed, control }: World): Promise<void> {
  const chance = seeded(seed, -1);
  for await (const refund of stripe().refunds.list({ limit: 100 })) {
    const fails = chance.happens(0.1);
    if (refund.status === "pending")
      await control(`refunds/${refund.id}/settle`, { outcome: fails ? "failed" : "succeeded" });
    else if (refund.status === "succeeded" && fails && chance.happens(0.3))
      await control(`refunds/${refund.id}/settle`, { outcome: "failed" });
  }
}
