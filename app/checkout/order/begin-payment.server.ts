import { href } from "~/addresses/href";
import type { ReadCart } from "~/cart/priced-cart.server";
import { customerKeyOf } from "~/core/email";
import type { CartId, CustomerKey, OrderId } from "~/core/ids";
import type { Cents } from "~/core/money";
import { failed, ok, type Result } from "~/core/result";
import type { CheckoutRequest } from "../form/schema";
import { completeFreeOrder } from "../settle/record-payment.server";
import type { Agreement, OpeningProblem } from "./accept-session.server";
import { type ConsentProblem, requireConsent } from "./consent";
import { readOpenOrders } from "./open-orders.server";
import { recordStartedPayment } from "./payment-limits.server";
import { openPaymentPage } from "./payment-page.server";
import { type QuoteProblem, quoteCheckout } from "./quote.server";
import { reuseOrPlaceOrder } from "./reuse-or-place.server";

/** The total that was refused, so the page shows no other. */
type Shown = {
  cart: ReadCart;
  /** Absent if no tax is computed. */
  taxCents?: Cents;
};
type Refused = (ConsentProblem | Exclude<OpeningProblem, { kind: "stale" }>) & Shown;
export type CheckoutProblem = QuoteProblem | Refused | { kind: "busy" };

type Visitor = {
  clientAddress: string;
  /** Of a signed-in customer: it counts for limits, even if the receipt goes to another e-mail address (PRICING 7), and its open orders
   *  are the shopper's own. */
  account?: CustomerKey;
};

/** Begins the payment of a cart and returns where to send the shopper. Called twice with the same cart and request (double click,
 *  back button, second tab), it returns the same open order. docs/developing.md lists the steps from POST to Stripe. */
export async function beginPayment(
  cartId: CartId,
  request: CheckoutRequest,
  { clientAddress, account }: Visitor,
): Promise<Result<string, CheckoutProblem>> {
  const shopper = { cartId, customerKey: account ?? customerKeyOf(request.email), clientAddress };
  // Another attempt each time the cart, a price or the stock changes between two steps.
  for (let attempt = 0; attempt < 5; attempt++) {
    const openOrders = await readOpenOrders({ cartId, account });
    const quoted = await quoteCheckout({ ...shopper, ownOrders: openOrders.map(({ id }) => id) }, request);
    if (!quoted.ok) return quoted;
    const { cart, taxCents, totalCents, taxAddress } = quoted.value;
    const shown: Shown = { cart, taxCents: taxCents ?? undefined };

    const agreed = requireConsent(totalCents, request.agreedCents);
    if (!agreed.ok) return failed({ ...shown, ...agreed.problem });

    const order = await reuseOrPlaceOrder(quoted.value, request, shopper, openOrders);
    if (!order.ok) {
      const { problem } = order;
      if (problem.kind === "changed") continue;
      return failed({ ...shown, ...problem });
    }

    const page = await nextPage(order.value.id, { agreedCents: agreed.value, taxAddress });
    // Only now: a payment page that Stripe did not open is not an abandoned checkout.
    if (page.ok && order.value.tookUnits) await recordStartedPayment(clientAddress, order.value.id);
    if (page.ok) return page;
    if (page.problem.kind !== "stale") return failed({ ...shown, ...page.problem });
  }
  return failed({ kind: "busy" });
}

/** Where the shopper goes next: Stripe's payment page, or for a free order where Stripe's would send them after payment. */
async function nextPage(orderId: OrderId, agreement: Agreement): Promise<Result<string, OpeningProblem>> {
  const free = await completeFreeOrder(orderId);
  if (free === "paid") return ok(href("checkoutDone", { order: orderId }));
  // Another order took its units, so it is closed: price the cart again.
  if (free === "gone") return failed({ kind: "stale" });
  return openPaymentPage(orderId, agreement);
}
