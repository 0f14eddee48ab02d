import { expect, test } from "vitest";
import { OrderId } from "~/core/ids";
import { cents } from "~/core/money";
import { classifySession } from "./classify-session";

const order = { id: OrderId.parse("order"), currency: "usd", totalCents: cents(9950) };
const session = {
  mode: "payment",
  status: "complete",
  payment_status: "paid",
  currency: "usd",
  amount_total: 9950,
  livemode: false,
  client_reference_id: "order",
};

test.each([
  { story: "paid as requested", change: {}, kind: "paid" },
  {
    story: "SCENARIO 14: complete, with the payment still processing",
    change: { payment_status: "unpaid" },
    kind: "processing",
  },
  {
    story: "PRICING 6: complete, but the delayed payment failed",
    change: { payment_status: "unpaid", payment_intent: { status: "requires_payment_method" } },
    kind: "failed",
  },
  {
    story: "complete, with the payment waiting for the bank",
    change: { payment_status: "unpaid", payment_intent: { status: "processing" } },
    kind: "processing",
  },
  { story: "still open", change: { status: "open", payment_status: "unpaid" }, kind: "open" },
  { story: "expired", change: { status: "expired", payment_status: "unpaid" }, kind: "expired" },
  { story: "SCENARIO 15: another amount", change: { amount_total: 1 }, kind: "mismatch" },
  { story: "SCENARIO 15: another currency", change: { currency: "jpy" }, kind: "mismatch" },
  { story: "another order", change: { client_reference_id: "other" }, kind: "mismatch" },
  { story: "another mode", change: { mode: "subscription" }, kind: "mismatch" },
  { story: "PAYMENTS 6: a live session in a demo shop", change: { livemode: true }, kind: "mismatch" },
])("PAYMENTS 4: a session is trusted only as Stripe reports it: $story", ({ change, kind }) => {
  expect(classifySession({ ...session, ...change }, order, false).kind).toBe(kind);
});

test("a mismatch names every difference", () => {
  expect(classifySession({ ...session, amount_total: 1, currency: "eur" }, order, false)).toEqual({
    kind: "mismatch",
    detail: "currency is eur, not usd; amount is 1, not 9950 cents",
  });
});
