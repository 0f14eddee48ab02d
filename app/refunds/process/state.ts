export type RefundState = "requested" | "pending" | "succeeded" | "failed";

/** Our state for Stripe's status; "requires_action" and unknown ones count as pending. */
export function stateOf(status: string | null): Exclude<RefundState, "requested"> {
  if (status === "succeeded") return "succeeded";
  return status === "failed" || status === "canceled" ? "failed" : "pending";
}

/** Answers arrive twice and out of order: a final state stays, except that a bank can return a successful refund days later. */
export function statesBefore(next: Exclude<RefundState, "requested">): RefundState[] {
  return next === "failed" ? ["requested", "pending", "succeeded"] : ["requested", "pending"];
}
