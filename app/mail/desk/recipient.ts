import type { EnrollmentId } from "~/core/ids";

type Mail = { kind: string; payload: unknown; recipient: string | null };
type Order = { email: string; enrollments: { id: EnrollmentId; participantEmail: string | null }[] };

/** Who a mail went to, or will go to: the named person, the learner, or the buyer. */
export function recipientOf({ kind, payload, recipient }: Mail, order: Order, shopEmail: string): string {
  if (recipient) return recipient;
  if (kind === "staff-alert") return shopEmail;
  const { email, enrollmentId } = (payload ?? {}) as { email?: unknown; enrollmentId?: unknown };
  if (typeof email === "string") return email;
  const learner = order.enrollments.find(({ id }) => id === enrollmentId);
  return learner?.participantEmail ?? order.email;
}
