/** Whether a dispute with this status (Stripe's) blocks refunds of its payment: the buyer's bank has the money, or may take it
 *  soon. An inquiry ("warning_…") takes nothing yet, and after a win the shop has the money again. */
export function blocksRefunds(status: string): boolean {
  return !status.startsWith("warning_") && status !== "won" && status !== "prevented";
}
