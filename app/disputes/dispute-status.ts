/** Stripe's statuses (https://docs.stripe.com/api/disputes/object#dispute_object-status) in the sequence they occur. */
const progression = [
  "warning_needs_response",
  "warning_under_review",
  "needs_response",
  "under_review",
  "warning_closed",
  "prevented",
  "won",
  "lost",
];

const names: Record<string, string> = {
  warning_needs_response: "Inquiry: needs a response",
  warning_under_review: "Inquiry: under review by the bank",
  warning_closed: "Inquiry closed without a chargeback",
  needs_response: "Needs a response",
  under_review: "Under review by the bank",
  prevented: "Prevented",
  won: "Won",
  lost: "Lost",
};

const reasons: Record<string, string> = {
  fraudulent: "the cardholder says someone else made the payment",
  product_not_received: "the buyer says nothing arrived",
  product_unacceptable: "the buyer says the product isn’t as described",
  duplicate: "the buyer says they were charged twice",
  credit_not_processed: "the buyer says a refund is missing",
  subscription_canceled: "the buyer says the order was canceled",
  unrecognized: "the cardholder doesn’t recognize the payment",
  general: "no reason given",
};

export const statusText = (status: string): string => names[status] ?? status.replaceAll("_", " ");
export const reasonText = (reason: string): string => reasons[reason] ?? reason.replaceAll("_", " ");

/** Whether the shop can still respond. */
export const needsResponse = (status: string): boolean => /needs_response$/.test(status);

export const isClosed = (status: string): boolean =>
  progression.indexOf(status) >= progression.indexOf("warning_closed");

/** The statuses that may precede this one, so late news never moves a dispute back. A status unknown here may follow any open
 *  one. */
export function statusesBefore(status: string): string[] {
  const at = progression.indexOf(status);
  return progression.filter((other, index) => !isClosed(other) && (at === -1 || index <= at));
}
