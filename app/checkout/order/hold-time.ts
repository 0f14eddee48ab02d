/** Stripe's minimum of 30 minutes for a session, plus one for clock differences. */
export const holdMilliseconds = 31 * 60_000;

/** How much of a hold must be left when its payment page opens. */
export const minimumHoldMilliseconds = 30.5 * 60_000;
