/** What the desk's buttons and forms do with an order. */
export const orderActs = [
  "ask-stripe",
  "cancel",
  "resend",
  "correct-email",
  "correct-name",
  "correct-address",
  "settle-refund",
  "note",
] as const;
export type OrderAct = (typeof orderActs)[number];
