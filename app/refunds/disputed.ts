/** Whether a dispute in this state (Stripe's word) keeps its payment from being refunded: the money is with the buyer's bank, or may
 *  be soon. An inquiry ("warning_…") takes nothing yet, and what was won is the shop's again. */
export function blocksRefunds(status: string): boolean {
  return !status.startsWith("warning_") && status !== "won" && status !== "prevented";
}
