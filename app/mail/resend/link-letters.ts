import { customerKeyOf } from "~/core/email";
import type { OrderId } from "~/core/ids";

type Order = { id: OrderId; email: string; enrollments: { participantEmail: string | null }[] };

export type LinkLetter = { kind: "receipt" | "access"; payload: Record<string, string>; to: string };

/** The letters that carry the links of a paid order: the buyer’s receipt, and one for each other learner. */
export function linkLetters({ id: orderId, email: buyer, enrollments }: Order): LinkLetter[] {
  const learners = new Map<string, string>();
  for (const { participantEmail } of enrollments)
    if (participantEmail && customerKeyOf(participantEmail) !== customerKeyOf(buyer))
      learners.set(customerKeyOf(participantEmail), participantEmail);
  return [
    { kind: "receipt", payload: { orderId }, to: buyer },
    ...[...learners.values()].map((email) => ({ kind: "access" as const, payload: { orderId, email }, to: email })),
  ];
}
