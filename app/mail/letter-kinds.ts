/** Every letter that the shop writes, as the outbox names it and as people call it. */
export const letterNames = {
  receipt: "Receipt",
  "late-payment-refunded": "Late payment refunded",
  access: "Access for somebody else",
  shipped: "Shipped",
  refunded: "Refunded",
  "staff-alert": "Alert to staff",
  "test-passed": "Test passed",
  "approval-ending": "Approval ending",
  "sign-in": "Sign-in link",
  "refund-request-received": "Refund request received",
  "refund-request-answered": "Refund request answered",
} as const;

export type LetterKind = keyof typeof letterNames;

export function isLetterKind(kind: string): kind is LetterKind {
  return Object.hasOwn(letterNames, kind);
}
