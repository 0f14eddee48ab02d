import { randomBytes } from "node:crypto";

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** Random letters and digits. Slightly uneven, which doesn't matter: these ids only need to be unique and look right. */
function randomText(length: number): string {
  return Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length]).join("");
}

/** Prefix and length as seen in Stripe's test mode, so a column or check that is too narrow shows up here. */
const forms = {
  customer: ["cus_", 14],
  session: ["cs_test_a1", 56],
  lineItem: ["li_1", 23],
  price: ["price_1", 23],
  product: ["prod_", 14],
  shippingRate: ["shr_1", 23],
  paymentIntent: ["pi_3", 23],
  charge: ["ch_3", 23],
  refund: ["re_3", 23],
  balanceTransaction: ["txn_3", 23],
  dispute: ["du_1", 23],
  payout: ["po_1", 23],
  file: ["file_1", 23],
  taxCalculation: ["taxcalc_1", 23],
  taxLine: ["tax_li_", 14],
  event: ["evt_1", 23],
  request: ["req_", 14],
  delivery: ["dlv_", 14],
} as const;

export function newId(kind: keyof typeof forms): string {
  const [prefix, length] = forms[kind];
  return prefix + randomText(length);
}
