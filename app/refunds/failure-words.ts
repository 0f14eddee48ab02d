/** Why a refund failed, by Stripe's `failure_reason` (https://docs.stripe.com/api/refunds/object) or by the code of a refusal. */
const words: Record<string, string> = {
  lost_or_stolen_card: "the card was reported lost or stolen",
  expired_or_canceled_card: "the card is no longer valid",
  declined: "the buyer’s bank declined it",
  insufficient_funds: "Stripe’s balance did not cover it",
  charge_for_pending_refund_disputed: "the buyer’s bank opened a dispute meanwhile",
  merchant_request: "it was canceled at Stripe",
  charge_disputed: "the buyer’s bank disputes this payment, so the money can’t be refunded: answer the dispute instead",
  charge_already_refunded: "all of this payment was refunded before, in Stripe’s dashboard perhaps",
};

/** A clause for staff: "The refund failed: …". `said` is Stripe's own sentence, for what has no words here. */
export function failureWords(code: string | null | undefined, said?: string): string {
  if (code && code in words) return words[code] ?? code;
  return said ?? `Stripe says “${(code ?? "unknown").replaceAll("_", " ")}”`;
}
