/** Stripe keeps a session open for at least 30 minutes; one more, since its clock and ours are two. */
export const holdMilliseconds = 31 * 60_000;

/** What must be left of a hold when its payment page is opened. */
export const minimumHoldMilliseconds = 30.5 * 60_000;
