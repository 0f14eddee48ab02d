import type { EnrollmentId, OrderId } from "~/core/ids";
import { linkLetters } from "../resend/link-letters";

type Order = {
  id: OrderId;
  email: string;
  paidAt: Date | null;
  enrollments: {
    id: EnrollmentId;
    participantName: string | null;
    participantEmail: string | null;
    course: { title: string };
    certificate: { number: string } | null;
  }[];
};

/** A mail that can be resent; `value` is the form value. */
export type ResendChoice = { value: string; label: string; kind: string; payload: Record<string, string> };

/** The buyer's receipt, course links for each other learner, and each certificate; nothing before payment. */
export function resendChoices(order: Order): ResendChoice[] {
  if (!order.paidAt) return [];
  return [
    ...linkLetters(order).map(({ kind, payload, to }) =>
      kind === "receipt"
        ? { value: kind, label: `Receipt with course links, to ${to}`, kind, payload }
        : { value: `${kind}:${to}`, label: `Course links, to ${to}`, kind, payload },
    ),
    ...order.enrollments
      .filter(({ certificate }) => certificate !== null)
      .map(({ id: enrollmentId, course, participantName, participantEmail }) => ({
        value: `certificate:${enrollmentId}`,
        label: `Certificate for ${participantName}, ${course.title}, to ${participantEmail}`,
        kind: "test-passed",
        payload: { enrollmentId },
      })),
  ];
}
