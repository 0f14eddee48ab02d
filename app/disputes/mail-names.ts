/** What each kind of letter is, for those who never saw it. */
export const mailNames: Record<string, string> = {
  receipt: "Receipt with the links to the courses",
  access: "Links to the courses",
  shipped: "News that the book was mailed",
  refunded: "News of a refund",
  "late-payment-refunded": "News that the payment is refunded",
  "test-passed": "News of a passed test, with the certificate",
  "approval-ending": "Reminder that the course’s approval ends",
  "refund-request-received": "Confirmation that a refund was asked for",
  "refund-request-answered": "Answer to a request for a refund",
};
