/** `failing`: it could not be sent and is tried again; `given-up`: it waits for a person; `not-sent`: it was settled without being
 *  sent, since nobody needed it any more. */
export type MailState = "sent" | "not-sent" | "waiting" | "failing" | "given-up";

type Row = { sentAt: Date | null; givenUpAt: Date | null; lastError: string | null };

export function mailState({ sentAt, givenUpAt, lastError }: Row): MailState {
  if (sentAt) return lastError === null ? "sent" : "not-sent";
  if (givenUpAt) return "given-up";
  return lastError === null ? "waiting" : "failing";
}

/** Why a mail was settled without being sent, without the words with which the outbox begins. */
export function whyNotSent(lastError: string | null): string {
  return lastError?.replace(/^Not sent: /, "") ?? "unknown reason";
}
