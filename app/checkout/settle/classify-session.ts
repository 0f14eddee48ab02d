import type { OrderId } from "~/core/ids";
import type { Cents } from "~/core/money";
/** What we need from a Stripe Checkout Session. */
export type SessionFacts = {
  mode: string;
  status: string | null;
  payment_status: string;
  currency: string | null;
  amount_total: number | null;
  livemode: boolean;
  client_reference_id: string | null;
  /** Expanded, to tell a failed payment from one in progress: the session is complete and unpaid in both cases. */
  payment_intent?: string | { status: string } | null;
};
type OrderFacts = { id: OrderId; currency: string; totalCents: Cents };

export type SessionOutcome =
  | { kind: "open" }
  | { kind: "expired" }
  | { kind: "processing" }
  /** A delayed payment failed. */
  | { kind: "failed" }
  | { kind: "paid" }
  /** Paid, but not what we asked for: nothing is fulfilled, and staff review it (SCENARIO 15). */
  | { kind: "mismatch"; detail: string };

/** What a session means for its order. PAYMENTS 4: trusts only the session itself, and only if it matches the order in every
 *  respect. */
export function classifySession(session: SessionFacts, order: OrderFacts, livemode: boolean): SessionOutcome {
  if (session.status === "open") return { kind: "open" };
  if (session.status === "expired") return { kind: "expired" };
  const mismatches = sessionMismatches(order, session, livemode);
  if (mismatches.length > 0) return { kind: "mismatch", detail: mismatches.join("; ") };
  if (session.payment_status !== "unpaid") return { kind: "paid" };
  return { kind: hasFailed(session.payment_intent) ? "failed" : "processing" };
}

/** How a session differs from its order, in words; empty if it matches. */
export function sessionMismatches(order: OrderFacts, session: SessionFacts, livemode: boolean): string[] {
  return [
    session.mode === "payment" ? "" : `mode is ${session.mode}`,
    session.livemode === livemode ? "" : `livemode is ${session.livemode}`,
    session.client_reference_id === order.id ? "" : `it belongs to order ${session.client_reference_id}`,
    session.currency === order.currency ? "" : `currency is ${session.currency}, not ${order.currency}`,
    session.amount_total === order.totalCents ? "" : `amount is ${session.amount_total}, not ${order.totalCents} cents`,
  ].filter((mismatch) => mismatch !== "");
}

function hasFailed(intent: SessionFacts["payment_intent"]): boolean {
  return typeof intent === "object" && ["requires_payment_method", "canceled"].includes(intent?.status ?? "");
}
