import { customerKeyOf } from "~/core/email";
import type { EnrollmentId, OrderId } from "~/core/ids";

type Order = {
  id: OrderId;
  email: string;
  paidAt: Date | null;
  enrolments: {
    id: EnrollmentId;
    participantName: string | null;
    participantEmail: string | null;
    course: { title: string };
    certificate: { number: string } | null;
  }[];
};

/** A mail that can be sent again; `value` stands in the form. */
export type ResendChoice = { value: string; label: string; kind: string; payload: Record<string, string> };

/** The buyer's receipt, the way to the courses for each other learner, and each certificate; nothing before the payment. */
export function resendChoices({ id: orderId, email, paidAt, enrolments }: Order): ResendChoice[] {
  if (!paidAt) return [];
  const learners = new Map<string, string>();
  for (const { participantEmail } of enrolments)
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
    ...enrolments
      .filter(({ certificate }) => certificate !== null)
      .map(({ id: enrolmentId, course, participantName, participantEmail }) => ({
        value: `certificate:${enrolmentId}`,
        label: `Certificate for ${participantName}, ${course.title}, to ${participantEmail}`,
        kind: "test-passed",
        payload: { enrolmentId },
      })),
  ];
}
