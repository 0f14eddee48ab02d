/** Why a refund failed: by Stripe's `failure_reason` (https://docs.stripe.com/api/refunds/object) or the error code of a refusal. */
const words: Record<string, string> = {
  lost_or_stolen_card: "the card was reported lost or stolen",
  expired_or_canceled_card: "the card is no longer valid",
  declined: "the buyer’s bank declined it",
  insufficient_funds: "Stripe’s balance didn’t cover it",
  charge_for_pending_refund_disputed: "the buyer’s bank opened a dispute in the meantime",
  merchant_request: "it was canceled in Stripe",
  charge_disputed: "the buyer’s bank is disputing this payment, so it can’t be refunded; answer the dispute instead",
  charge_already_refunded: "this payment was already refunded in full, possibly in Stripe’s dashboard",
};

/** A clause for staff: "The refund failed: …". `said` is Stripe's own message, used for codes not listed here. */
export function failureText(code: string | null | undefined, said?: string): string {
  if (code && code in words) return words[code] ?? code;
  return said ?? `Stripe says “${(code ?? "unknown").replaceAll("_", " ")}”`;
}
