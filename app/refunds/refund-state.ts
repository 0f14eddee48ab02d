export type RefundState = "requested" | "pending" | "succeeded" | "failed";

/** What Stripe says of a refund, in our words; "requires_action" and whatever comes new is not final. */
export function stateOf(status: string | null): Exclude<RefundState, "requested"> {
  if (status === "succeeded") return "succeeded";
  return status === "failed" || status === "canceled" ? "failed" : "pending";
}

/** Answers arrive twice and out of order: what is final stays, but for a success that the bank sends back days later. */
export function statesBefore(next: Exclude<RefundState, "requested">): RefundState[] {
  return next === "failed" ? ["requested", "pending", "succeeded"] : ["requested", "pending"];
}
