import type { OrderId } from "~/core/ids";
/** What we need to know of a Checkout Session, as Stripe tells it. */
export type SessionFacts = {
  mode: string;
  status: string | null;
  payment_status: string;
  currency: string | null;
  amount_total: number | null;
  livemode: boolean;
  client_reference_id: string | null;
  /** Expanded, so that a payment that failed is told from one on its way: the session is complete and unpaid in both. */
  payment_intent?: string | { status: string } | null;
};
type OrderFacts = { id: OrderId; currency: string; totalCents: number };

export type Verdict =
  | { kind: "open" }
  | { kind: "expired" }
  | { kind: "processing" }
  /** A delayed payment that failed. */
  | { kind: "failed" }
  | { kind: "paid" }
  /** Paid, but not what we asked for: nothing is fulfilled, staff look at it (SCENARIO 15). */
  | { kind: "mismatch"; detail: string };

/** PAYMENTS 4: believes nothing but the session itself, and only where it is the order's in every respect. */
export function judgeSession(session: SessionFacts, order: OrderFacts, livemode: boolean): Verdict {
  if (session.status === "open") return { kind: "open" };
  if (session.status === "expired") return { kind: "expired" };
  const differences = differencesFrom(order, session, livemode);
  if (differences.length > 0) return { kind: "mismatch", detail: differences.join("; ") };
  if (session.payment_status !== "unpaid") return { kind: "paid" };
  return { kind: hasFailed(session.payment_intent) ? "failed" : "processing" };
}

/** In what a session is not the order's, in words; empty where it is. */
export function differencesFrom(order: OrderFacts, session: SessionFacts, livemode: boolean): string[] {
  return [
    session.mode === "payment" ? "" : `mode is ${session.mode}`,
    session.livemode === livemode ? "" : `livemode is ${session.livemode}`,
    session.client_reference_id === order.id ? "" : `it belongs to order ${session.client_reference_id}`,
    session.currency === order.currency ? "" : `currency is ${session.currency}, not ${order.currency}`,
    session.amount_total === order.totalCents ? "" : `amount is ${session.amount_total}, not ${order.totalCents} cents`,
  ].filter((difference) => difference !== "");
}

function hasFailed(intent: SessionFacts["payment_intent"]): boolean {
  return typeof intent === "object" && ["requires_payment_method", "canceled"].includes(intent?.status ?? "");
}
