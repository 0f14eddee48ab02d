import { customerKeyOf } from "~/core/email";
import type { EnrollmentId, OrderId } from "~/core/ids";

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
export function resendChoices({ id: orderId, email, paidAt, enrollments }: Order): ResendChoice[] {
  if (!paidAt) return [];
  const learners = new Map<string, string>();
  for (const { participantEmail } of enrollments)
    if (participantEmail && customerKeyOf(participantEmail) !== customerKeyOf(email))
      learners.set(customerKeyOf(participantEmail), participantEmail);
  return [
    {
      ...{ value: "receipt", label: `Receipt with course links, to ${email}` },
      ...{ kind: "receipt", payload: { orderId } },
    },
    ...[...learners.values()].map((learner) => ({
      ...{ value: `access:${learner}`, label: `Course links, to ${learner}` },
      ...{ kind: "access", payload: { orderId, email: learner } },
    })),
    ...enrollments
      .filter(({ certificate }) => certificate !== null)
      .map(({ id: enrollmentId, course, participantName, participantEmail }) => ({
        value: `certificate:${enrollmentId}`,
        label: `Certificate for ${participantName}, ${course.title}, to ${participantEmail}`,
        kind: "test-passed",
        payload: { enrollmentId },
      })),
  ];
}
