/** Every letter that the shop writes, as the outbox names it and as the desk, a bank and the preview call it. */
export const letterNames = {
  receipt: "Receipt with the links to the courses",
  "late-payment-refunded": "News that a late payment is refunded",
  access: "Links to the courses",
  shipped: "News that a parcel was mailed",
  refunded: "News of a refund",
  "staff-alert": "Alert to staff",
  "test-passed": "News of a passed test, with the certificate",
  "approval-ending": "Reminder that an approval ends",
  "sign-in": "Sign-in link",
  "refund-request-received": "Confirmation that a refund was asked for",
  "refund-request-answered": "Answer to a request for a refund",
} as const;

export type LetterKind = keyof typeof letterNames;

export function isLetterKind(kind: string): kind is LetterKind {
  return Object.hasOwn(letterNames, kind);
}

/** What a kind of letter is, in words; an unknown kind speaks for itself. */
export function letterName(kind: string): string {
  return isLetterKind(kind) ? letterNames[kind] : kind;
}
