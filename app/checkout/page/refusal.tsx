import { formatCents } from "~/core/money";
import { impossible } from "~/core/result";
import { Notice } from "~/ui/notice";
import { minimumPayment } from "../order/consent";

/** Why a checkout did not go on; what belongs to a field stands beside it instead. */
export type Refusal =
  | { kind: "total-unseen" }
  | { kind: "price-changed"; agreed: number }
  /** `until` in words. */
  | { kind: "too-many"; until: string }
  | { kind: "below-minimum" | "tax-unavailable" | "payment-unavailable" | "busy" };

type Props = {
  refusal: Refusal;
  total: number;
  /** Why coupons that were entered do nothing. */
  refusals: string[];
};

export function RefusalNotice({ refusal, total, refusals }: Props) {
  switch (refusal.kind) {
    case "total-unseen":
      return <TotalKnown total={total} />;
    case "price-changed":
      return <PriceChanged agreed={refusal.agreed} total={total} refusals={refusals} />;
    default:
      return (
        <Notice tone="problem" live>
          {wordsFor(refusal)}
        </Notice>
      );
  }
}

/** What could not be said before the address was known. */
function TotalKnown({ total }: { total: number }) {
  return (
    <Notice live>
      <h2 className="text-xl">Your total is {formatCents(total)}</h2>
      <p className="mt-1">
        That is all, with mailing and tax to your address. Nothing was charged yet: look at your order on this page,
        then agree below.
      </p>
    </Notice>
  );
}

/** PRICING 4 and 8: the old and the new total, why, and that nothing was charged; paying is agreeing. */
function PriceChanged({ agreed, total, refusals }: Omit<Props, "refusal"> & { agreed: number }) {
  return (
    <Notice tone="problem" live>
      <h2 className="text-xl">The total has changed</h2>
      <p className="mt-1">
        It was {formatCents(agreed)} and is now <strong>{formatCents(total)}</strong>
        {refusals.length > 0
          ? "."
          : ": fewer sale units are left for you, a price was changed, or your address changes mailing and tax."}
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

function wordsFor(refusal: Exclude<Refusal, { kind: "total-unseen" | "price-changed" }>): string {
  switch (refusal.kind) {
    case "below-minimum":
      return `Cards can’t be charged less than ${formatCents(minimumPayment)}. Add another course, or take a coupon out of the cart. Nothing was charged.`;
    case "tax-unavailable":
      return "The sales tax can’t be computed this moment, so we can’t tell you the total. Nothing was charged; your cart, and what you typed here, are kept. Please try again in a minute.";
    case "payment-unavailable":
      return "The payment page can’t be opened this moment. Nothing was charged, and your cart is kept. Please try again in a minute.";
    case "too-many":
      return `From your network many payments were begun and not finished. So that courses and sale prices stay free for others, another can be begun at ${refusal.until}. Nothing was charged, and your cart is kept. If you are in a hurry, write to us.`;
    case "busy":
      return "Many people are checking out this moment. Nothing was charged; please try again.";
    default:
      return impossible(refusal);
  }
}
