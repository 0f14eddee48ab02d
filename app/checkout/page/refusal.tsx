import { formatCents } from "~/core/money";
import { assertNever } from "~/core/result";
import { Notice } from "~/ui/notice";
import { minimumPayment } from "../order/consent";
import { ContinueElsewhere } from "./continue-elsewhere";

/** Why a checkout stopped. Problems with one field are shown next to that field instead. */
export type Refusal =
  | { kind: "total-unseen" }
  | { kind: "price-changed"; agreed: number }
  /** `until` is formatted for display. */
  | { kind: "too-many"; until: string }
  | { kind: "below-minimum" | "tax-unavailable" | "payment-unavailable" | "busy" };

type Props = {
  refusal: Refusal;
  total: number;
  /** Why entered coupons have no effect. */
  refusals: string[];
};

export function RefusalNotice({ refusal, total, refusals }: Props) {
  switch (refusal.kind) {
    case "total-unseen":
      return <TotalShown total={total} />;
    case "price-changed":
      return <PriceChanged agreed={refusal.agreed} total={total} refusals={refusals} />;
    default:
      return (
        <Notice tone="problem" live>
          {messageFor(refusal)}
        </Notice>
      );
  }
}

/** The total, which depended on the address. */
function TotalShown({ total }: { total: number }) {
  return (
    <Notice live>
      <h2 className="text-xl">Your total is {formatCents(total)}</h2>
      <p className="mt-1">
        This includes shipping and tax for your address. Nothing was charged yet. Review your order on this page, then
        agree below.
      </p>
    </Notice>
  );
}

/** PRICING 4 and 8: the old and new totals, why they differ, and that nothing was charged. */
function PriceChanged({ agreed, total, refusals }: Omit<Props, "refusal"> & { agreed: number }) {
  return (
    <Notice tone="problem" live>
      <h2 className="text-xl">The total has changed</h2>
      <p className="mt-1">
        It was {formatCents(agreed)} and is now <strong>{formatCents(total)}</strong>
        {refusals.length > 0
          ? "."
          : ": fewer sale units are left, a price changed, or your address affects shipping and tax."}
      </p>
      {refusals.map((words) => (
        <p key={words} className="mt-1 font-semibold">
          {words}
        </p>
      ))}
      <p className="mt-1">Nothing was charged. This page shows your order with the new prices.</p>
      <ContinueElsewhere />
    </Notice>
  );
}

function messageFor(refusal: Exclude<Refusal, { kind: "total-unseen" | "price-changed" }>): string {
  switch (refusal.kind) {
    case "below-minimum":
      return `Card payments must be at least ${formatCents(minimumPayment)}. Add another course, or remove a coupon from your cart. Nothing was charged.`;
    case "tax-unavailable":
      return "We can’t calculate sales tax right now, so we can’t show the total. Nothing was charged, and your cart and what you typed are saved. Try again in a minute.";
    case "payment-unavailable":
      return "We can’t open the payment page right now. Nothing was charged, and your cart is saved. Try again in a minute.";
    case "too-many":
      return `Too many payments from your network were started and not finished. To keep courses and sale prices available to others, you can start another at ${refusal.until}. Nothing was charged, and your cart is saved. If you’re in a hurry, contact us.`;
    case "busy":
      return "Many people are checking out right now. Nothing was charged. Try again in a moment.";
    default:
      return assertNever(refusal);
  }
}
