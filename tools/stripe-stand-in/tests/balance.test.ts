import fc from "fast-check";
import { expect, test } from "vitest";
import { runDue } from "../flow/alarm";
import { closeDispute, openDispute } from "../flow/dispute";
import { postHeld } from "../flow/ledger";
import { payIntent } from "../flow/pay-intent";
import { payOut } from "../flow/pay-out";
import { refund, settle } from "../flow/refund";
import { balanceOf, chargeFee, netOf } from "../objects/balance-transaction";
import { isOpen } from "../objects/dispute";
import { openStandIn, type StandIn } from "../stand-in";

const kinds = ["pay", "refund", "settle", "dispute", "close", "pay-out", "hold", "post", "funds", "wait"] as const;
type Step = { kind: (typeof kinds)[number]; pick: number; amount: number; isBad: boolean };

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom("pay", ...kinds),
  pick: fc.nat(),
  amount: fc.integer({ min: 50, max: 30_000 }),
  isBad: fc.boolean(),
});

const plan = {
  metadata: {},
  description: null,
  receiptEmail: null,
  shipping: null,
  customerUpdate: { address: false, name: false, shipping: false },
};

test("no matter what happens, the balance is the sum of the nets and agrees with charges, refunds, disputes, and payouts", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 80, size: "max" }), async (steps) => {
      const standIn = await openStandIn({});
      for (const each of steps) {
        take(standIn, each);
        checkLedger(standIn);
      }
      await standIn.close();
    }),
    { numRuns: 100 },
  );
});

function take(standIn: StandIn, { kind, pick, amount, isBad }: Step): void {
  const { world, settings } = standIn;
  const oneOf = <T>(objects: T[]) => objects[pick % Math.max(1, objects.length)];
  const charge = oneOf(Object.values(world.charges).filter(({ status }) => status === "succeeded"));
  const made = oneOf(Object.values(world.refunds));
  const dispute = oneOf(Object.values(world.disputes).filter(isOpen));
  const wanted = { amount, currency: "usd", customer: null, plan };
  if (kind === "pay")
    payIntent(standIn, { ...wanted, paymentMethod: isBad ? "pm_card_chargeDeclined" : "pm_card_visa" });
  if (kind === "refund" && charge) refund(standIn, charge, { amount, reason: null, metadata: {} }, null);
  if (kind === "settle" && made) settle(standIn, made, { outcome: isBad ? "failed" : "succeeded" });
  if (kind === "dispute" && charge) openDispute(standIn, charge, { reason: "fraudulent", isInquiry: isBad });
  if (kind === "close" && dispute) closeDispute(standIn, dispute, isBad ? "lost" : "won");
  if (kind === "pay-out") payOut(standIn);
  if (kind === "hold") settings.balanceMode = "hold";
  if (kind === "funds") settings.refundPending = isBad ? "insufficient_funds" : null;
  if (kind === "post") {
    settings.balanceMode = "post";
    postHeld(standIn);
  }
  if (kind === "wait") {
    world.clockOffsetSeconds += 3 * 24 * 60 * 60;
    runDue(standIn);
  }
}

/** The same total three ways: from `GET /v1/balance`, from the nets, and from the objects that moved the money. */
function checkLedger({ world }: StandIn): void {
  const transactions = Object.values(world.balanceTransactions);
  const { available, pending } = balanceOf(transactions, "usd");
  const balance = (available[0]?.amount ?? 0) + (pending[0]?.amount ?? 0);
  expect(balance).toBe(netOf(transactions));
  const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);
  const posted = Object.values(world.charges).filter((charge) => charge.balance_transaction !== null);
  const charged = sum(posted.map(({ amount }) => amount - chargeFee(amount)));
  const taken = Object.values(world.refunds).filter((each) => each.balance_transaction && each.status !== "failed");
  const fought = Object.values(world.disputes).filter(
    ({ payment_method_details: by }) => by?.card?.case_type === "chargeback",
  );
  const disputed = sum(fought.map(({ status, amount }) => (status === "won" ? 15_00 : amount + 15_00)));
  const paidOut = sum(Object.values(world.payouts).map(({ amount }) => amount));
  expect(balance).toBe(charged - sum(taken.map(({ amount }) => amount)) - disputed - paidOut);
  for (const { amount, fee, net, fee_details } of transactions) {
    expect([net, sum(fee_details.map((detail) => detail.amount))]).toEqual([amount - fee, fee]);
  }
  for (const payout of Object.keys(world.payouts)) {
    expect(netOf(transactions.filter(({ id }) => world.paidOutBy[id] === payout))).toBe(0);
  }
}
