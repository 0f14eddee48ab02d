/** Stripe's statuses (https://docs.stripe.com/api/disputes/object#dispute_object-status) in the order in which they come. */
const course = [
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
  warning_needs_response: "Inquiry: the bank asks",
  warning_under_review: "Inquiry: the bank looks at the answer",
  warning_closed: "Inquiry closed, nothing was taken",
  needs_response: "Needs an answer",
  under_review: "The bank looks at the answer",
  prevented: "Prevented",
  won: "Won",
  lost: "Lost",
};

const reasons: Record<string, string> = {
  fraudulent: "the cardholder says that somebody else paid",
  product_not_received: "the buyer says that nothing arrived",
  product_unacceptable: "the buyer says that it is not as described",
  duplicate: "the buyer says that it was charged twice",
  credit_not_processed: "the buyer says that a refund is missing",
  subscription_canceled: "the buyer says that it was canceled",
  unrecognized: "the cardholder does not recognize the payment",
  general: "no reason is given",
};

export const statusWords = (status: string): string => names[status] ?? status.replaceAll("_", " ");
export const reasonWords = (reason: string): string => reasons[reason] ?? reason.replaceAll("_", " ");

/** Whether the shop can still answer. */
export const needsAnswer = (status: string): boolean => /needs_response$/.test(status);

export const isClosed = (status: string): boolean => course.indexOf(status) >= course.indexOf("warning_closed");

/** The statuses that may become this one: what two processes learnt at different times never goes back. A status that Stripe
 *  invents later may follow any open one. */
export function statusesBefore(status: string): string[] {
  const at = course.indexOf(status);
  return course.filter((other, index) => !isClosed(other) && (at === -1 || index <= at));
}
