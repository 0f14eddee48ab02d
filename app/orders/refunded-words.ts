import { type Cents, formatCents } from "~/core/money";

type Source = {
  number: number | null;
  state: "refunding" | "refunded";
  receivedCents: Cents;
  refundedCents: Cents;
};

/** To the buyer of an order all of whose money went back, whatever the reason: too late, another amount, or asked for. What Stripe did
 *  not give back was settled by a person, as by check. */
export function refundedWords({ number, state, receivedCents, refundedCents }: Source): string {
  const sentences = number === null ? ["This order was not fulfilled."] : [];
  const verb = state === "refunded" ? "was" : "is being";
  const left = receivedCents - refundedCents;
  const how = "refunded to how you paid";
  if (left <= 0)
    sentences.push(`The whole amount ${verb} ${how} (${formatCents(refundedCents)}); banks take up to ten days.`);
  else if (refundedCents > 0)
    sentences.push(
      `${formatCents(refundedCents)} ${verb} ${how}; banks take up to ten days.`,
      `The remaining ${formatCents(left)} was settled with you in another way.`,
    );
  else sentences.push(`The ${formatCents(left)} that you paid was settled with you in another way.`);
  return sentences.join(" ");
}
