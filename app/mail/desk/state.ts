/** `failing`: sending failed and will be retried; `given-up`: staff must look; `not-sent`: closed without sending
 *  because it was no longer needed. */
export type MailState = "sent" | "not-sent" | "waiting" | "failing" | "given-up";

type Row = { sentAt: Date | null; givenUpAt: Date | null; lastError: string | null };

export function mailState({ sentAt, givenUpAt, lastError }: Row): MailState {
  if (sentAt) return lastError === null ? "sent" : "not-sent";
  if (givenUpAt) return "given-up";
  return lastError === null ? "waiting" : "failing";
}

/** Why a mail wasn't sent, without the outbox's prefix. */
export function unsentReason(lastError: string | null): string {
  return lastError?.replace(/^Not sent: /, "") ?? "unknown reason";
}
