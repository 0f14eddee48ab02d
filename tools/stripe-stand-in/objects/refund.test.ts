import fc from "fast-check";
import type Stripe from "stripe";
import { expect, test } from "vitest";
import { makeRefund, refundableAmount, refundedAmount, settleRefund } from "./refund";

const chargeOf = (cents: number) =>
  ({ id: "ch_1", amount_captured: cents, currency: "usd", payment_intent: "pi_1" }) as Stripe.Charge;

test("no matter what is requested or fails, refunds never exceed the payment", () => {
  const attempt = fc.record({
    asked: fc.option(fc.integer({ min: 1, max: 40_000 }), { nil: undefined }),
    pendingReason: fc.constantFrom(null, "processing" as const, "insufficient_funds" as const),
    fails: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.integer({ min: 50, max: 30_000 }), fc.array(attempt, { maxLength: 12 }), (paid, attempts) => {
      const charge = chargeOf(paid);
      const refunds: Stripe.Refund[] = [];
      for (const { asked, pendingReason, fails } of attempts) {
        const amount = refundableAmount(charge, refunds, asked);
        if (!amount.ok) continue;
        const refund = makeRefund({
          charge,
          amount: amount.value,
          pendingReason,
          created: 0,
          reason: null,
          metadata: {},
        });
        refunds.push(fails ? settleRefund(refund, "failed") : refund);
        expect(amount.value).toBeGreaterThan(0);
        expect(refundedAmount(refunds)).toBeLessThanOrEqual(paid);
      }
    }),
  );
});

test("without an amount, a refund takes exactly what is left", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 30_000 }), fc.nat(), (paid, seed) => {
      const first = 1 + (seed % (paid - 1));
      const charge = chargeOf(paid);
      const refund = makeRefund({ charge, amount: first, pendingReason: null, created: 0, reason: null, metadata: {} });
      expect(refundableAmount(charge, [refund], undefined)).toEqual({ ok: true, value: paid - first });
    }),
  );
});
