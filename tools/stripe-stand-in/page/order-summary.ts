import type Stripe from "stripe";
import { formatAmount } from "../money";
import type { World } from "../world";
import { type Html, html } from "./html";

type Session = Stripe.Checkout.Session;

/** The purchase and its cost: every line with description, quantity, unit price, and amount, then the totals. */
export function orderSummary(world: World, session: Session): Html {
  const money = moneyOf(session);
  const shipping = session.shipping_cost;
  const { enabled, status } = session.automatic_tax;
  const rate = world.shippingRates[String(shipping?.shipping_rate)];
  return html`<ul class="lines" aria-label="Items">${(world.lineItems[session.id] ?? []).map((item) => line(world, item))}</ul>
<dl class="sums">
${(shipping || enabled) && html`<dt>Subtotal</dt><dd>${money(session.amount_subtotal)}</dd>`}
${shipping && html`<dt>Shipping${rate && html` <span class="muted">(${rate.display_name})</span>`}</dt><dd>${money(shipping.amount_subtotal)}</dd>`}
${enabled && html`<dt>Tax</dt><dd>${status === "complete" ? money(session.total_details?.amount_tax ?? 0) : "Depends on your address"}</dd>`}
<dt class="whole">Total</dt><dd class="whole">${money(session.amount_total)}</dd>
</dl>`;
}

function line(world: World, item: Stripe.LineItem): Html {
  const product = world.products[String(item.price?.product)];
  const unit = formatAmount(item.price?.unit_amount ?? 0, item.currency);
  return html`<li>
<p class="name">${item.description}</p>
${product?.description && html`<p class="about">${product.description}</p>`}
<p class="small">${item.quantity} × ${unit}</p>
<p class="amount">${formatAmount(item.amount_subtotal, item.currency)}</p>
</li>`;
}

/** Each option with its own total, because the page works without a script to compute it. */
export function shippingChoice(world: World, session: Session, chosen: string | undefined): Html | false {
  if (session.shipping_options.length === 0) return false;
  const money = moneyOf(session);
  const current = chosen ?? String(session.shipping_cost?.shipping_rate);
  const several = session.shipping_options.length > 1;
  const options = session.shipping_options.map(({ shipping_rate, shipping_amount }) => {
    const rate = world.shippingRates[String(shipping_rate)];
    // With tax, another option's total is known only once the server has computed it.
    const total = !session.automatic_tax.enabled && money((session.amount_subtotal ?? 0) + shipping_amount);
    return html`<label class="choice"><input type="radio" name="shipping_rate" value="${String(shipping_rate)}"${current === shipping_rate && html` checked`}>
<span>${rate?.display_name}</span><span class="price">${shipping_amount === 0 ? "Free" : money(shipping_amount)}</span>
<span class="small">${[estimate(rate), several && total && `${total} in total`].filter(Boolean).join(" · ")}</span></label>`;
  });
  return html`<fieldset><legend><h2>Shipping method</h2></legend><div class="choices">${options}</div></fieldset>`;
}

function estimate(rate: Stripe.ShippingRate | undefined): string | undefined {
  const { minimum, maximum } = rate?.delivery_estimate ?? {};
  const unit = (maximum ?? minimum)?.unit.replace("_", " ");
  if (minimum && maximum && minimum.value !== maximum.value) return `${minimum.value} to ${maximum.value} ${unit}s`;
  const value = (maximum ?? minimum)?.value;
  return value === undefined ? undefined : `${value} ${unit}${value === 1 ? "" : "s"}`;
}

export const moneyOf = (session: Session) => (amount: number | null) =>
  formatAmount(amount ?? 0, session.currency ?? "usd");
