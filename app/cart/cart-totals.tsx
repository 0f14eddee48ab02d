import { formatCents } from "~/core/money";
import type { CartView } from "./cart-view";

/** Items, what the sales save, mailing, tax and the total, as they will be charged. */
export function CartTotals({ cart }: { cart: CartView }) {
  const saved = cart.regularItems - cart.items;
  return (
    <dl className="tabular space-y-2">
      <Row label="Regular prices" amount={cart.regularItems} />
      {saved > 0 ? <Row label="Sale" amount={-saved} sale /> : null}
      {cart.isMailed ? <Row label="Mail within the United States" amount={cart.shipping} /> : null}
      <div className="flex justify-between gap-4 text-muted">
        <dt>Tax</dt>
        <dd>none charged</dd>
      </div>
      <div className="flex justify-between gap-4 border-t border-ink pt-3 text-xl font-semibold">
        <dt>Total</dt>
        <dd data-testid="total">{formatCents(cart.total)}</dd>
      </div>
    </dl>
  );
}

function Row({ label, amount, sale }: { label: string; amount: number; sale?: boolean }) {
  return (
    <div className={sale ? "flex justify-between gap-4 font-semibold text-amber" : "flex justify-between gap-4"}>
      <dt>{label}</dt>
      <dd>{amount < 0 ? `−${formatCents(-amount)}` : formatCents(amount)}</dd>
    </div>
  );
}
