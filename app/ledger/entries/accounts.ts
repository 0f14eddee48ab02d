/** The ledger's accounts. Debits are positive: money held and money spent; credits are negative: money earned and money owed. */
export const accounts = {
  stripe: "Stripe balance",
  bank: "Paid out to the bank",
  items: "Courses sold",
  shipping: "Shipping charged",
  tax: "Sales tax owed",
  /** Received for unfulfilled orders: owed back to buyers. */
  unfulfilled: "Unfulfilled payments",
  fees: "Stripe fees",
  disputes: "Disputed payments",
  /** Movements at Stripe that no rule here explains: staff must look at them. */
  unexplained: "Unexplained",
} as const;

export type Account = keyof typeof accounts;
