import { cents } from "~/core/money";

/** Stripe takes no payment in US dollars below this (docs.stripe.com/currencies, minimum charge amounts). What costs nothing is no
 *  payment. */
export const minimumPayment = cents(50);
