/** The actions of an order's buttons and forms. */
export const orderActs = [
  "ask-stripe",
  "cancel",
  "resend",
  "new-links",
  "correct-email",
  "correct-name",
  "correct-address",
  "settle-refund",
  "note",
] as const;
export type OrderAct = (typeof orderActs)[number];
