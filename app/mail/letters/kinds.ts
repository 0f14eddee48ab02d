/** Every letter the shop writes: its outbox kind and its display name. */
export const letterNames = {
  receipt: "Receipt with course links",
  "late-payment-refunded": "Late payment refunded",
  access: "Course links",
  shipped: "Parcel mailed",
  refunded: "Refund completed",
  "staff-alert": "Staff alert",
  "test-passed": "Test passed, with the certificate",
  "approval-ending": "Approval ending reminder",
  "sign-in": "Sign-in link",
  "continue-checkout": "Link to continue a checkout",
  "refund-request-received": "Refund request received",
  "refund-request-answered": "Refund request answered",
} as const;

export type LetterKind = keyof typeof letterNames;

export function isLetterKind(kind: string): kind is LetterKind {
  return Object.hasOwn(letterNames, kind);
}

/** A letter kind's display name; an unknown kind is shown as is. */
export function letterName(kind: string): string {
  return isLetterKind(kind) ? letterNames[kind] : kind;
}
