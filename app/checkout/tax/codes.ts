import type { Format } from "~/catalog/read/formats";

/** Stripe Tax codes of our products (https://docs.stripe.com/tax/tax-codes): printed books; on-demand online courses as written
 *  material; self-study web training. Stripe knows what is taxed where. */
export const taxCodes: Record<Format, string> = {
  book_by_mail: "txcd_35010000",
  ebook: "txcd_20060358",
  test_only: "txcd_20060058",
};

/** Stripe's code for shipping. */
export const shippingTaxCode = "txcd_92010001";
