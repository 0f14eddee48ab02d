import { expect } from "vitest";
import { reconcileWithStripe } from "~/checkout/settle/reconcile.server";
import { db } from "~/platform/db/client.server";
import { newSecret } from "~/platform/secrets.server";
import { stripe } from "~/platform/stripe.server";
import { createSampleOrder } from "./sample-order";

/** Calls a control of the stand-in; returns its JSON. */
export async function control(path: string, body: object): Promise<Record<string, { id: string }>> {
  const answer = await fetch(`${process.env.STRIPE_API}/_control/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  expect([answer.status, answer.ok ? "" : text]).toEqual([200, ""]);
  return JSON.parse(text);
}

type Wanted = {
  units?: number;
  email?: string;
  name?: string;
  /** The amount its payment page charges, in cents, if not the order's total. */
  charged?: number;
};

/** Creates a sample order with a payment page at the stand-in, as checkout does; nothing is paid yet. */
export async function openOrder({ units = 1, email = `${newSecret()}@example.com`, name, charged }: Wanted = {}) {
  const id = await createSampleOrder({ saleUnits: units, email, name });
  const { totalCents } = await db().order.findUniqueOrThrow({ where: { id } });
  const metadata = { order_id: id };
  const session = await stripe().checkout.sessions.create({
    mode: "payment",
    line_items: [
      {
        quantity: 1,
        price_data: { currency: "usd", unit_amount: charged ?? totalCents, product_data: { name: "An order" } },
      },
    ],
    client_reference_id: id,
    metadata,
    payment_intent_data: { metadata },
    success_url: "http://localhost:3000/done?session_id={CHECKOUT_SESSION_ID}",
  });
  await db().order.update({ where: { id }, data: { stripeSessionId: session.id, stripeSessionUrl: session.url } });
  return { id, sessionId: session.id };
}

/** The same, paid and fulfilled, with its units' enrollments in order. */
export async function paidOrder(wanted: Wanted = {}) {
  const { id, sessionId } = await openOrder(wanted);
  await control(`sessions/${sessionId}/pay`, { outcome: "paid" });
  await reconcileWithStripe(sessionId, "test");
  return readPaid(id);
}

export async function readPaid(id: string) {
  const order = await db().order.findUniqueOrThrow({
    where: { id },
    include: {
      enrollments: { orderBy: { unit: "asc" } },
      refunds: { orderBy: { createdAt: "asc" } },
      events: { orderBy: [{ at: "asc" }, { id: "asc" }] },
    },
  });
  return { ...order, units: order.enrollments.map((enrollment) => enrollment.id) };
}

/** Each account's sum for one order, in cents; zeros are left out. */
export async function ledgerOf(orderId: string): Promise<Record<string, number>> {
  const entries = await db().ledgerEntry.findMany({ where: { orderId }, include: { postings: true } });
  const sums: Record<string, number> = {};
  for (const { account, amountCents } of entries.flatMap(({ postings }) => postings))
    sums[account] = (sums[account] ?? 0) + amountCents;
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
}

/** An order's queued e-mails of one kind, oldest first. */
export async function mailOf(orderId: string, kind: string) {
  const rows = await db().outboxMessage.findMany({ where: { orderId, kind }, orderBy: { createdAt: "asc" } });
  return rows.map(({ payload }) => payload as Record<string, string>);
}
