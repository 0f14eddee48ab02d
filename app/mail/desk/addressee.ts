import type { EnrollmentId } from "~/core/ids";

type Mail = { kind: string; payload: unknown; recipient: string | null };
type Order = { email: string; enrolments: { id: EnrollmentId; participantEmail: string | null }[] };

/** To whom a mail went; before it is sent, to whom it will go: who is named in it, the learner, or the buyer. */
export function addresseeOf({ kind, payload, recipient }: Mail, order: Order, shopEmail: string): string {
  if (recipient) return recipient;
  if (kind === "staff-alert") return shopEmail;
  const { email, enrolmentId } = (payload ?? {}) as { email?: unknown; enrolmentId?: unknown };
  if (typeof email === "string") return email;
  const learner = order.enrolments.find(({ id }) => id === enrolmentId);
  return learner?.participantEmail ?? order.email;
}
