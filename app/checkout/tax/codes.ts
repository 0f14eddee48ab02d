import type { Format } from "~/catalog/read/formats";

/** What Stripe Tax takes our products for (https://docs.stripe.com/tax/tax-codes): printed books; on-demand online courses as
 *  written material; self-study training on the web. What is taxed where is Stripe's to know. */
export const taxCodes: Record<Format, string> = {
  book_by_mail: "txcd_35010000",
  ebook: "txcd_20060358",
  test_only: "txcd_20060058",
};

/** Stripe's code for shipping. */
export const shippingTaxCode = "txcd_92010001";
