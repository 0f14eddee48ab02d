import assert from "node:assert/strict";
import { type Promotion, stageOf } from "~/promotions/kinds/kinds";
import { priceCart } from "~/promotions/pricing/price-cart";
import type { PricedCart, Shopper, Stock } from "~/promotions/pricing/priced-cart";
import { calculateRefund } from "~/promotions/pricing/refund-shares";
import type { CartLine } from "~/promotions/units/cart-line";
import { during } from "./any-cart";
import { cheapestByTryingEverything } from "./exhaustive-price";

export type Given = {
  lines: readonly CartLine[];
  promotions: readonly Promotion[];
  stock: Stock;
  shopper: Shopper;
};
type Law = (given: Given, cart: PricedCart) => void;

export function price({ lines, promotions, stock, shopper }: Given): PricedCart {
  return priceCart(lines, promotions, stock, shopper, during);
}

/** The laws that hold for every cart; each throws if it is broken. Node's assertions, because the test runner's cost more than the pricing. */
export const laws: Record<string, Law> = {
  "PRICING 3: the cart costs the same as the cheapest of all valid carts, found by trying every combination": (
    given,
    { items },
  ) => {
    if (!isAtMost(given, 3, 4)) return;
    const { lines, promotions, stock, shopper } = given;
    assert.equal(items, cheapestByTryingEverything(lines, promotions, stock, shopper, during));
  },

  "PRICING 1 and 2: every part is in whole cents, no part is negative, and the parts add up": ({ lines }, cart) => {
    assert.equal(cart.lines.map(({ id }) => id).join(), lines.map(({ id }) => id).join());
    for (const line of cart.lines) {
      assert.equal(sum(line.portions.map(({ quantity }) => quantity)), line.quantity);
      assert.equal(sum(line.portions.map(({ total }) => total)), line.total);
      for (const { quantity, regular, adjustments, total } of line.portions) {
        assert.equal(regular, line.regularPrice * quantity);
        assert.equal(total, regular - sum(adjustments.map(({ amount }) => amount)));
        assert.ok(Number.isSafeInteger(total) && total >= 0);
        for (const { amount } of adjustments) assert.ok(Number.isSafeInteger(amount) && amount > 0);
      }
    }
    assert.equal(cart.items, sum(cart.lines.map(({ total }) => total)));
    assert.equal(cart.regularItems - cart.items, sum(adjustmentsOf(cart).map(({ amount }) => amount)));
    for (const { code, amount, refusal } of cart.coupons) {
      assert.equal(sum(adjustmentsOf(cart).flatMap((row) => (row.code === code ? row.amount : []))), amount);
      assert.equal(amount === 0, refusal !== undefined);
    }
  },

  "PRICING 9: refunds of a cart's units, one by one, add up to what was paid": (_given, cart) => {
    for (const { portions, quantity, total } of cart.lines) {
      const refunds = Array.from({ length: quantity }, (_, refunded) => calculateRefund(portions, refunded, 1));
      assert.ok(Math.min(...refunds) >= 0);
      assert.equal(sum(refunds), total);
    }
  },

  "PRICING 3 and 4: a unit has at most one sale, a line at most one automatic promotion, and limits hold": (
    { promotions, stock, shopper },
    cart,
  ) => {
    for (const line of cart.lines) {
      const automatic = line.portions.flatMap(({ adjustments }) =>
        adjustments.flatMap(({ kind, promotionId }) => (stageOf(kind) === "automatic" ? promotionId : [])),
      );
      assert.ok(new Set(automatic).size <= 1);
      for (const { adjustments } of line.portions)
        assert.ok(adjustments.filter(({ kind }) => stageOf(kind) === "sales").length <= 1);
    }
    for (const { id, terms } of promotions) {
      if (stageOf(terms.kind) !== "sales") continue;
      const sold = portionsOf(cart).filter(({ adjustments }) => adjustments.some((row) => row.promotionId === id));
      const limit = Math.min(stock.units.get(id) ?? 0, shopper.unitsAllowed.get(id) ?? 0);
      assert.ok(sum(sold.map(({ quantity }) => quantity)) <= limit);
    }
    const alone = promotions.filter(({ terms }) => terms.exclusive).map(({ id }) => id);
    const used = new Set(adjustmentsOf(cart).map(({ promotionId }) => promotionId));
    if (alone.some((id) => used.has(id))) assert.equal(used.size, 1);
  },

  "adding a promotion never makes a cart more expensive": (given, { items }) => {
    if (!isAtMost(given, 4, 5)) return;
    assert.ok(items <= price({ ...given, promotions: given.promotions.slice(0, -1) }).items);
  },

  "pricing again gives the same result, and the order of lines and promotions decides only the odd cent": (
    given,
    cart,
  ) => {
    if (!isAtMost(given, 4, 5)) return;
    // The same cart, priced again with the promotions in reverse order.
    assert.deepEqual(price({ ...given, lines: cart.lines, promotions: [...given.promotions].reverse() }), cart);
    const reversed = price({ ...given, lines: [...given.lines].reverse() });
    const hasOddCent = adjustmentsOf(cart).some(({ kind }) => kind === "bundle" || kind === "coupon");
    if (!hasOddCent) assert.deepEqual([...reversed.lines].reverse(), cart.lines);
    for (const line of reversed.lines) {
      const same = cart.lines.find(({ id }) => id === line.id);
      assert.ok(Math.abs(line.total - (same?.total ?? 0)) <= (hasOddCent ? 2 : 0));
    }
    assert.ok(Math.abs(reversed.items - cart.items) <= (hasOddCent ? 2 : 0));
  },
};

/** Some laws try many carts for each one, so only small ones. */
function isAtMost({ lines, promotions }: Given, mostLines: number, mostPromotions: number): boolean {
  return lines.length <= mostLines && promotions.length <= mostPromotions;
}

const sum = (amounts: Iterable<number>) => [...amounts].reduce((total, amount) => total + amount, 0);
const portionsOf = (cart: PricedCart) => cart.lines.flatMap(({ portions }) => portions);
const adjustmentsOf = (cart: PricedCart) => portionsOf(cart).flatMap(({ adjustments }) => adjustments);
