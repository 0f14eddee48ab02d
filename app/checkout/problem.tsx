import { formatCents } from "~/core/money";
import { impossible } from "~/core/result";
import { Notice } from "~/ui/notice";
import { leastPayment } from "./least-payment";

type Props = {
  agreed: number;
  total: number;
  /** Why coupons that were entered do nothing. */
  refusals: string[];
};

/** PRICING 4 and 8: the old and the new total, why, and that nothing was charged; paying is agreeing. */
export function PriceChanged({ agreed, total, refusals }: Props) {
  return (
    <Notice tone="problem" live>
      <h2 className="text-xl">The total has changed</h2>
      <p className="mt-1">
        It was {formatCents(agreed)} and is now <strong>{formatCents(total)}</strong>
        {refusals.length > 0 ? "." : ": fewer sale units are left for you, or a price was changed."}
      </p>
      {refusals.map((words) => (
        <p key={words} className="mt-1 font-semibold">
          {words}
        </p>
      ))}
      <p className="mt-1">Nothing was charged. Your order, with the new prices, is shown on this page.</p>
    </Notice>
  );
}

export function wordsForProblem(kind: "below-minimum" | "payment-unavailable" | "busy"): string {
  switch (kind) {
    case "below-minimum":
      return `Cards can’t be charged less than ${formatCents(leastPayment)}. Add another course, or take a coupon out of the cart. Nothing was charged.`;
    case "payment-unavailable":
      return "The payment page can’t be opened this moment. Nothing was charged, and your cart is kept. Please try again in a minute.";
    case "busy":
      return "Many people are checking out this moment. Nothing was charged; please try again.";
    default:
      return impossible(kind);
  }
}
