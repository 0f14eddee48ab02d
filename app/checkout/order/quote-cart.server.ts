import { type ReadCart, readPricedCart } from "~/cart/priced-cart.server";
import type { CartId, OrderId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import { destinationOf, toStripeAddress } from "~/shipping/address";
import { describeMailing } from "~/shipping/mailing";
import type { Wish } from "../form/checkout-form";
import { previewTax, type TaxAddress } from "../tax/preview-tax.server";
import { leastPayment } from "./least-payment";
import { waitForStripe } from "./start-limit.server";

export type Quoted = {
  cart: ReadCart;
  /** Null where the shop has no tax computed. */
  taxCents: number | null;
  totalCents: number;
  /** Where tax is due; undefined where none is computed. */
  taxAddress?: TaxAddress;
};

export type QuoteProblem =
  | { kind: "empty" }
  | { kind: "blocked" }
  /** Nothing is mailed there, or nothing so heavy. */
  | { kind: "not-mailed"; message: string }
  | { kind: "tax-place-unknown" }
  | { kind: "tax-unavailable"; cart: ReadCart }
  | TooMany;

/** Too many payments were begun and not finished, or Stripe was asked too often. */
export type TooMany = { kind: "too-many"; until: Date; cart: ReadCart };

type Shopper = { cartId: CartId; customerKey: string; clientAddress: string; ownOrders: OrderId[] };

/** What the cart costs this shopper, with mailing and tax to the address that was told. */
export async function quoteCart(
  { clientAddress, ...shopper }: Shopper,
  wish: Wish,
): Promise<Result<Quoted, QuoteProblem>> {
  const cart = await readPricedCart({ ...shopper, destination: wish.address && destinationOf(wish.address) });
  if (cart.items.length === 0) return failed({ kind: "empty" });
  if (cart.gone.length > 0 || cart.items.some(({ notes }) => notes.some((note) => note.blocks)))
    return failed({ kind: "blocked" });
  const { shipping } = cart;
  // A book that came into the cart since the page was shown: its address is asked first.
  if (shipping && !wish.address) return failed({ kind: "blocked" });
  if (shipping && shipping.kind !== "rate")
    return failed({ kind: "not-mailed", message: describeMailing(shipping, cart.weightGrams).problem ?? "" });
  if (cart.shop.taxMode === "none") return ok({ cart, taxCents: null, totalCents: cart.totalCents });
  const taxAddress = taxAddressOf(wish);
  if (!taxAddress) return failed({ kind: "blocked" });
  const until = await waitForStripe(clientAddress, shopper.cartId);
  if (until) return failed({ kind: "too-many", until, cart });
  const tax = await previewTax(cart, taxAddress);
  if (!tax.ok) return failed(tax.problem.kind === "tax-unavailable" ? { ...tax.problem, cart } : tax.problem);
  return ok({ cart, taxCents: tax.value, totalCents: cart.totalCents + tax.value, taxAddress });
}

/** Where the goods go; else where the buyer is. */
function taxAddressOf({ address, taxPlace }: Wish): TaxAddress | undefined {
  if (address) return toStripeAddress(address).address;
  if (!taxPlace) return undefined;
  const { country, state, postalCode } = taxPlace;
  return { country, state, postal_code: postalCode };
}

export type ConsentProblem =
  /** The total depends on what was told only now: it is shown, and charged after consent. */
  | { kind: "total-unseen" }
  /** The total is higher than what the shopper agreed to: shown again, charged only after consent (PRICING 4 and 8). */
  | { kind: "price-changed" }
  /** Something is to be paid, but less than Stripe takes. */
  | { kind: "below-minimum" };

export function consentProblem(totalCents: number, agreedCents: number | undefined): ConsentProblem | undefined {
  if (agreedCents === undefined) return { kind: "total-unseen" };
  if (totalCents > agreedCents) return { kind: "price-changed" };
  if (totalCents > 0 && totalCents < leastPayment) return { kind: "below-minimum" };
  return undefined;
}
