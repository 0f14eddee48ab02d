import { type Card, testCards } from "./card";

/** The outcome of a payment with one of Stripe's test payment methods. */
export type Effect = "pays" | "available-at-once" | "declined" | "disputed" | "inquired" | "refunds-fail";

const visa = (last4: string): Card => ({ ...testCards.visa, last4 });

/** Stripe's test payment methods that the contract tests use (https://docs.stripe.com/testing). */
export const testPaymentMethods = {
  pm_card_visa: { card: testCards.visa, effect: "pays" },
  pm_card_mastercard: { card: testCards.mastercard, effect: "pays" },
  pm_card_amex: { card: testCards.amex, effect: "pays" },
  pm_card_bypassPending: { card: visa("0077"), effect: "available-at-once" },
  pm_card_chargeDeclined: { card: visa("0002"), effect: "declined" },
  pm_card_createDispute: { card: visa("0259"), effect: "disputed" },
  pm_card_createDisputeInquiry: { card: visa("1976"), effect: "inquired" },
  pm_card_refundFail: { card: visa("5126"), effect: "refunds-fail" },
} satisfies Record<string, { card: Card; effect: Effect }>;

export type TestPaymentMethod = keyof typeof testPaymentMethods;

/** Whether refunds to this card fail later, as with the test card with these last digits. */
export const refundsFail = (last4: string | null | undefined): boolean =>
  last4 === testPaymentMethods.pm_card_refundFail.card.last4;
