/** The card used for a payment: what a receipt shows of it, without a number. */
export type Card = { brand: string; last4: string; exp_month: number; exp_year: number };

/** Stripe's test cards by brand (https://docs.stripe.com/testing#cards); the page and the controls offer them. */
export const testCards = {
  visa: { brand: "visa", last4: "4242", exp_month: 12, exp_year: 2034 },
  mastercard: { brand: "mastercard", last4: "4444", exp_month: 12, exp_year: 2034 },
  amex: { brand: "amex", last4: "8431", exp_month: 12, exp_year: 2034 },
  discover: { brand: "discover", last4: "9424", exp_month: 12, exp_year: 2034 },
} satisfies Record<string, Card>;

export type TestCard = keyof typeof testCards;

export const testCardNames = Object.keys(testCards) as TestCard[];
