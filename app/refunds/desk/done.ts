import type { RefundId } from "~/core/ids";
import { type Cents, formatCents } from "~/core/money";
import { assertNever } from "~/core/result";

type Done = {
  id: RefundId;
  amountCents: Cents;
  state: "requested" | "pending" | "succeeded" | "failed";
  failure: string | null;
};

/** What the last step did. `done` is the id of a refund or "access"; it comes from the URL, so it may be anything. */
export function refundDoneText(done: string | null, { refunds }: { refunds: Done[] }): string | undefined {
  if (done === "access") return "Course access was changed.";
  const refund = refunds.find(({ id }) => id === done);
  if (!refund) return undefined;
  const amount = formatCents(refund.amountCents);
  switch (refund.state) {
    case "requested":
      return `${amount} will be refunded. Stripe can’t be reached right now, so we’ll keep trying automatically.`;
    case "pending":
      return `${amount} is on its way to the buyer’s bank.`;
    case "succeeded":
      return `${amount} was refunded. We’re e-mailing the buyer.`;
    case "failed":
      return `The refund of ${amount} failed: ${refund.failure ?? "no reason was given"}.`;
    default:
      return assertNever(refund.state);
  }
}
