import type { RefundId } from "~/core/ids";
import { type Cents, formatCents } from "~/core/money";
import { impossible } from "~/core/result";

type Done = {
  id: RefundId;
  amountCents: Cents;
  state: "requested" | "pending" | "succeeded" | "failed";
  failure: string | null;
};

/** What the last step did, by the refund that the address names or by "access"; it comes from outside, so it may be anything. */
export function refundDoneWords(done: string | null, { refunds }: { refunds: Done[] }): string | undefined {
  if (done === "access") return "Access was changed.";
  const refund = refunds.find(({ id }) => id === done);
  if (!refund) return undefined;
  const amount = formatCents(refund.amountCents);
  switch (refund.state) {
    case "requested":
      return `${amount} will be refunded: Stripe can’t be asked this moment, so it is asked again by itself.`;
    case "pending":
      return `${amount} are on their way to the buyer’s bank.`;
    case "succeeded":
      return `${amount} were refunded. The buyer is told by e-mail.`;
    case "failed":
      return `The refund of ${amount} failed: ${refund.failure ?? "no reason is given"}.`;
    default:
      return impossible(refund.state);
  }
}
