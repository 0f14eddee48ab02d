import type { PromotionId } from "~/core/ids";
import { type Cents, cents, formatCents } from "~/core/money";
import type { Mailing } from "~/shipping/mailing";
import type { CartView } from "./cart-view";

type Totals = Pick<CartView, "regularItems" | "mailing" | "tax" | "total"> & {
  /** `promotionId` is empty if staff accepted the amount paid. */
  savings: { promotionId: PromotionId | ""; label: string; amount: Cents }[];
};

/** Regular prices, each promotion’s savings, shipping, tax, and the total, as they will be (or were) charged. */
export function CartTotals({ cart }: { cart: Totals }) {
  return (
    <dl className="tabular space-y-2">
      <Row label="Regular prices" amount={cart.regularItems} />
      {cart.savings.map(({ promotionId, label, amount }) => (
        <Row key={promotionId + label} label={label} amount={cents(-amount)} />
      ))}
      {cart.mailing ? <MailingRow mailing={cart.mailing} /> : null}
      <div className={cart.tax ? "flex justify-between gap-4" : "flex justify-between gap-4 text-muted"}>
        <dt>Tax</dt>
        <dd>{taxText(cart.tax)}</dd>
      </div>
      <div className="flex justify-between gap-4 border-t border-ink pt-3 text-xl font-semibold">
        <dt>{totalText(cart)}</dt>
        <dd data-testid="total">{formatCents(cart.total)}</dd>
      </div>
    </dl>
  );
}

function totalText({ mailing, tax }: Totals): string {
  if (mailing?.isOpen) return "Total starts at";
  return tax === null ? "Total before tax" : "Total";
}

function taxText(tax: number | null): string {
  if (tax === null) return "depends on your address";
  return tax === 0 ? "none" : formatCents(tax);
}

function MailingRow({ mailing: { label, price, note, problem } }: { mailing: Mailing }) {
  return (
    <div className="grid grid-cols-[1fr_auto] gap-x-4">
      <dt className="min-w-0 wrap-anywhere">{label}</dt>
      <dd className="whitespace-nowrap">{price}</dd>
      {note ? <dd className="col-span-2 text-sm text-muted">{note}</dd> : null}
      {problem ? <dd className="col-span-2 text-sm font-semibold text-wrong">{problem}</dd> : null}
    </div>
  );
}

function Row({ label, amount }: { label: string; amount: Cents }) {
  const isSaving = amount < 0;
  return (
    <div className={isSaving ? "flex justify-between gap-4 font-semibold text-amber" : "flex justify-between gap-4"}>
      <dt className="min-w-0 wrap-anywhere">{label}</dt>
      <dd className="whitespace-nowrap">{isSaving ? `−${formatCents(-amount)}` : formatCents(amount)}</dd>
    </div>
  );
}
