import fc from "fast-check";
import { expect, test } from "vitest";
import { anyLines, anyPromotions, anyShopper, anyStock, during } from "../../../tests/support/any-cart";
import { cheapestByTryingEverything } from "../../../tests/support/exhaustive-price";
import { type Promotion, stageOf } from "../kinds/kinds";
import type { CartLine } from "../units/cart-line";
import { priceCart } from "./price-cart";
import type { PricedCart, Shopper, Stock } from "./priced-cart";
import { calculateRefund } from "./refund-shares";

const generated = { numRuns: 10_000, seed: 20261124 };
const price = (lines: readonly CartLine[], promotions: readonly Promotion[], stock: Stock, shopper: Shopper) =>
  priceCart(lines, promotions, stock, shopper, during);

const sum = (amounts: Iterable<number>) => [...amounts].reduce((total, amount) => total + amount, 0);
const portionsOf = (cart: PricedCart) => cart.lines.flatMap(({ portions }) => portions);
const adjustmentsOf = (cart: PricedCart) => portionsOf(cart).flatMap(({ adjustments }) => adjustments);

test("PRICING 3: the cart costs what the cheapest of all lawful carts costs, found by trying every combination", () => {
  fc.assert(
    fc.property(anyLines(3), anyPromotions(4), anyStock, anyShopper, (lines, promotions, stock, shopper) => {
      const reference = cheapestByTryingEverything(lines, promotions, stock, shopper, during);
      expect(price(lines, promotions, stock, shopper).items).toBe(reference);
    }),
    // Some ways in which promotions meet are rare.
    { ...generated, numRuns: 25_000 },
  );
}, 300_000);

test("PRICING 1 and 2: every part is whole, no part is negative, and the parts add up", () => {
  fc.assert(
    fc.property(anyLines(6), anyPromotions(6), anyStock, anyShopper, (lines, promotions, stock, shopper) => {
      const cart = price(lines, promotions, stock, shopper);
      expect(cart.lines.map(({ id }) => id)).toEqual(lines.map(({ id }) => id));
      for (const line of cart.lines) {
        expect(sum(line.portions.map(({ quantity }) => quantity))).toBe(line.quantity);
        expect(sum(line.portions.map(({ total }) => total))).toBe(line.total);
        for (const { quantity, regular, adjustments, total } of line.portions) {
          expect(regular).toBe(line.regularPrice * quantity);
          expect(total).toBe(regular - sum(adjustments.map(({ amount }) => amount)));
          expect(total).toBeGreaterThanOrEqual(0);
          for (const { amount } of adjustments) expect(amount).toBeGreaterThan(0);
        }
      }
      expect(cart.items).toBe(sum(cart.lines.map(({ total }) => total)));
      expect(cart.regularItems - cart.items).toBe(sum(adjustmentsOf(cart).map(({ amount }) => amount)));
      for (const { code, amount, refusal } of cart.coupons) {
        expect(sum(adjustmentsOf(cart).flatMap((row) => (row.code === code ? row.amount : [])))).toBe(amount);
        expect(amount === 0).toBe(refusal !== undefined);
      }
    }),
    generated,
  );
}, 300_000);

test("PRICING 9: refunds of a cart's units, one by one, add up to what was paid", () => {
  fc.assert(
    fc.property(anyLines(4), anyPromotions(4), anyStock, anyShopper, (lines, promotions, stock, shopper) => {
      for (const { portions, quantity, total } of price(lines, promotions, stock, shopper).lines) {
        const refunds = Array.from({ length: quantity }, (_, refunded) => calculateRefund(portions, refunded, 1));
        expect(Math.min(...refunds)).toBeGreaterThanOrEqual(0);
        expect(sum(refunds)).toBe(total);
      }
    }),
    generated,
  );
}, 300_000);

test("PRICING 3 and 4: a unit has one sale at most, a line one automatic promotion at most, and limits hold", () => {
  fc.assert(
    fc.property(anyLines(6), anyPromotions(6), anyStock, anyShopper, (lines, promotions, stock, shopper) => {
      const cart = price(lines, promotions, stock, shopper);
      for (const line of cart.lines) {
        const automatic = line.portions.flatMap(({ adjustments }) =>
          adjustments.flatMap(({ kind, promotionId }) => (stageOf(kind) === "automatic" ? promotionId : [])),
        );
        expect(new Set(automatic).size).toBeLessThanOrEqual(1);
        for (const { adjustments } of line.portions)
          expect(adjustments.filter(({ kind }) => stageOf(kind) === "sales").length).toBeLessThanOrEqual(1);
      }
      for (const { id, terms } of promotions) {
        if (stageOf(terms.kind) !== "sales") continue;
        const sold = portionsOf(cart).filter(({ adjustments }) => adjustments.some((row) => row.promotionId === id));
        const limit = Math.min(stock.units.get(id) ?? 0, shopper.unitsAllowed.get(id) ?? 0);
        expect(sum(sold.map(({ quantity }) => quantity))).toBeLessThanOrEqual(limit);
      }
      const alone = promotions.filter(({ terms }) => terms.exclusive).map(({ id }) => id);
      const used = new Set(adjustmentsOf(cart).map(({ promotionId }) => promotionId));
      if (alone.some((id) => used.has(id))) expect(used.size).toBe(1);
    }),
    generated,
  );
}, 300_000);

test("a further promotion never makes a cart dearer", () => {
  fc.assert(
    fc.property(anyLines(4), anyPromotions(5), anyStock, anyShopper, (lines, promotions, stock, shopper) => {
      const fewer = price(lines, promotions.slice(0, -1), stock, shopper);
      expect(price(lines, promotions, stock, shopper).items).toBeLessThanOrEqual(fewer.items);
    }),
    generated,
  );
}, 300_000);

test("priced twice it is the same, and the order of lines and promotions decides nothing but the odd cent", () => {
  fc.assert(
    fc.property(anyLines(4), anyPromotions(5), anyStock, anyShopper, (lines, promotions, stock, shopper) => {
      const cart = price(lines, promotions, stock, shopper);
      expect(price(lines, promotions, stock, shopper)).toEqual(cart);
      expect(price(cart.lines, promotions, stock, shopper)).toEqual(cart);
      expect(price(lines, [...promotions].reverse(), stock, shopper)).toEqual(cart);
      const reversed = price([...lines].reverse(), promotions, stock, shopper);
      const hasOddCent = adjustmentsOf(cart).some(({ kind }) => kind === "bundle" || kind === "coupon");
      if (!hasOddCent) expect([...reversed.lines].reverse()).toEqual(cart.lines);
      for (const line of reversed.lines) {
        const same = cart.lines.find(({ id }) => id === line.id);
        expect(Math.abs(line.total - (same?.total ?? 0))).toBeLessThanOrEqual(hasOddCent ? 2 : 0);
      }
      expect(Math.abs(reversed.items - cart.items)).toBeLessThanOrEqual(hasOddCent ? 2 : 0);
    }),
    generated,
  );
}, 300_000);
