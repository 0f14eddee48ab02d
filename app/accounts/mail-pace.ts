import type { Pace } from "~/platform/limits/pace";

/** How often one mailbox gets links that somebody asked for, without proof that it is theirs. */
export const mailPace: Pace = { free: 5, seconds: 60 * 60, first: 2 * 60, longest: 30 * 60 };
