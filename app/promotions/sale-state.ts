/** What a sale is at this moment. A sale that is over stays over whatever else is true of it; one that staff paused says so
 *  before it says that it is sold out. */
export type SaleState = "scheduled" | "running" | "paused" | "sold out" | "ended";

type Facts = {
  startsAt: Date;
  /** First instant at which it no longer counts (PRICING 4). */
  endsAt: Date;
  isPaused: boolean;
  /** From the figure that checkout uses. */
  unitsLeft: number;
};

export function saleState({ startsAt, endsAt, isPaused, unitsLeft }: Facts, now: Date): SaleState {
  if (now >= endsAt) return "ended";
  if (isPaused) return "paused";
  if (now < startsAt) return "scheduled";
  return unitsLeft > 0 ? "running" : "sold out";
}
