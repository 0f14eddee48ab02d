import { formatCents } from "~/core/money";

type Source = {
  number: number | null;
  state: "refunding" | "refunded";
  receivedCents: number;
  refundedCents: number;
};

/** Tells the buyer about a full refund: a late payment, a wrong amount, or a request. Staff settle by other means, such as a
 *  check, what Stripe did not refund. */
export function refundedText({ number, state, receivedCents, refundedCents }: Source): string {
  const sentences = number === null ? ["This order was not fulfilled."] : [];
  const verb = state === "refunded" ? "was" : "is being";
  const left = receivedCents - refundedCents;
  const how = "refunded to your original payment method";
  if (left <= 0)
    sentences.push(`The full amount ${verb} ${how} (${formatCents(refundedCents)}). Banks can take up to ten days.`);
  else if (refundedCents > 0)
    sentences.push(
      `${formatCents(refundedCents)} ${verb} ${how}. Banks can take up to ten days.`,
      `The remaining ${formatCents(left)} was settled with you another way.`,
    );
  else sentences.push(`The ${formatCents(left)} you paid was settled with you another way.`);
  return sentences.join(" ");
}
