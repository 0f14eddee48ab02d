/** The ledger's accounts. Debit is positive: money that is there, and what was spent; credit is negative: what was earned, and
 *  what is owed. */
export const accounts = {
  stripe: "Stripe balance",
  bank: "Paid out to the bank",
  items: "Courses sold",
  shipping: "Postage charged",
  tax: "Sales tax owed",
  /** Received for orders that were not fulfilled: owed back. */
  unfulfilled: "Payments not fulfilled",
  fees: "Stripe’s fees",
  disputes: "Disputed payments",
  /** What Stripe booked and no rule of ours explains: a person must look at it. */
  unexplained: "Unexplained",
} as const;

export type Account = keyof typeof accounts;
