/** `failing`: it could not be sent and is tried again; `given-up`: it waits for a person. */
export type MailState = "sent" | "waiting" | "failing" | "given-up";

type Row = { sentAt: Date | null; givenUpAt: Date | null; lastError: string | null };

export function mailState({ sentAt, givenUpAt, lastError }: Row): MailState {
  if (sentAt) return "sent";
  if (givenUpAt) return "given-up";
  return lastError === null ? "waiting" : "failing";
}

const names: Record<string, string> = {
  receipt: "Receipt",
  access: "Access to courses",
  "late-payment-refunded": "News of a late payment’s refund",
  shipped: "News of a parcel",
  refunded: "News of a refund",
  "staff-alert": "Alert to staff",
  "test-passed": "Certificate",
  "approval-ending": "Reminder that an approval ends",
  "sign-in": "Sign-in link",
  "refund-request-received": "Answer to a wish for a refund",
  "refund-request-answered": "Decision on a wish for a refund",
};

/** What a kind of mail is, in words; an unknown kind speaks for itself. */
export function mailName(kind: string): string {
  return names[kind] ?? kind;
}
