import { expect, test } from "vitest";
import { cents } from "~/core/money";
import type { OrderState } from "~/orders/order-state";
import { orderDoneWords } from "./done";

test.each<{ done: string | null; state: OrderState; words: RegExp | undefined }>([
  {
    done: "asked-now",
    state: "paid",
    words: /^Stripe says: paid\. Order 1042 is fulfilled: .* goes to ada@example\.com/,
  },
  { done: "asked-now", state: "processing", words: /on its way.* The order follows it now\.$/ },
  { done: "asked-now", state: "expired", words: /^Stripe says: not paid, and its payment page is closed\./ },
  { done: "asked-now", state: "refunding", words: /being refunded/ },
  { done: "asked-now", state: "refunded", words: /paid, and refunded/ },
  { done: "asked-now", state: "attention", words: /not what was ordered/ },
  { done: "asked-still", state: "awaiting_payment", words: /^Stripe says: not paid, .* still open\. .* already\.$/ },
  { done: "asked-still", state: "paid", words: /^Stripe says: paid, \$99\.50\./ },
  { done: "asked-no-page", state: "expired", words: /no payment page/ },
  { done: "asked-unknown", state: "expired", words: /another account/ },
  { done: "asked-elsewhere", state: "expired", words: /another order/ },
  { done: "cancelled", state: "expired", words: /^Cancelled\./ },
  { done: "cancelled", state: "paid", words: /^Not cancelled: .* paid meanwhile/ },
  { done: "cancelled", state: "processing", words: /^Not cancelled: .* on its way/ },
  { done: "cancelled", state: "awaiting_payment", words: /still open/ },
  { done: "resent", state: "paid", words: /on its way/ },
  { done: "email-changed", state: "paid", words: /^The address is corrected\. / },
  { done: "email-kept", state: "paid", words: /except for the learner/ },
  { done: "name-changed", state: "paid", words: /Certificates to come/ },
  { done: "address-changed", state: "paid", words: /label/ },
  { done: "refund-settled", state: "paid", words: /^Settled\./ },
  { done: "noted", state: "paid", words: /kept/ },
  { done: "found", state: "paid", words: /looked for/ },
  { done: "resolved", state: "refunding", words: /^Decided\./ },
  { done: "anything", state: "paid", words: undefined },
  { done: null, state: "paid", words: undefined },
])("after $done, of an order that is $state staff read $words", ({ done, state, words }) => {
  const said = orderDoneWords(done, { state, number: 1042, email: "ada@example.com", receivedCents: cents(9950) });
  if (words) expect(said?.words).toMatch(words);
  else expect(said).toBeUndefined();
});
