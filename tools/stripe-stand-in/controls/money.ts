import type Stripe from "stripe";
import { closeDispute, openDispute } from "../flow/dispute";
import { postHeld } from "../flow/ledger";
import { payOut } from "../flow/pay-out";
import { refund, settle } from "../flow/refund";
import type { StandIn } from "../stand-in";
import type { World } from "../world";
import { type On, refused, said } from "./control";
import * as schemas from "./schemas";

/** Controls for refunds, disputes, balance, and payouts: things that happen at Stripe and banks without the shop. */
export function moneyControls(standIn: StandIn, on: On): void {
  const { world, settings, change } = standIn;

  on("/_control/refunds", schemas.SetRefunds, async ({ mode, reason }) => {
    settings.refundPending = mode === "pending" ? reason : null;
    return said({ mode, reason: settings.refundPending });
  });

  on("/_control/refunds/:id/settle", schemas.SettleRefund, async (settled, id) => {
    const found = world.refunds[id];
    if (!found) return refused(404, `No such refund: ${id}`);
    const ended = await change(() => settle(standIn, found, settled));
    return ended ? said({ refund: ended }) : refused(409, `Refund ${id} is already ${found.status}.`);
  });

  on("/_control/charges/:id/refund", schemas.MakeRefund, async ({ amount, reason }, id) => {
    const charge = chargeOf(world, id);
    if (!charge) return refused(404, `No such charge or payment: ${id}`);
    const made = await change(() => refund(standIn, charge, { amount, reason, metadata: {} }, null));
    return made.ok ? said({ refund: made.value }) : refused(409, made.problem.error.message);
  });

  on("/_control/charges/:id/dispute", schemas.OpenDispute, async ({ inquiry: isInquiry, ...wanted }, id) => {
    const charge = chargeOf(world, id);
    if (!charge) return refused(404, `No such charge or payment: ${id}`);
    if (wanted.amount && wanted.amount > charge.amount) return refused(400, "amount: is more than the charge");
    const dispute = await change(() => openDispute(standIn, charge, { ...wanted, isInquiry }));
    return dispute ? said({ dispute }) : refused(409, `${charge.id} is not paid or is already disputed.`);
  });

  on("/_control/disputes/:id/close", schemas.CloseDispute, async ({ outcome }, id) => {
    const found = world.disputes[id];
    if (!found) return refused(404, `No such dispute: ${id}`);
    const dispute = await change(() => closeDispute(standIn, found, outcome));
    return dispute ? said({ dispute }) : refused(409, `A dispute that is ${found.status} cannot become ${outcome}.`);
  });

  on("/_control/balance", schemas.SetBalance, async ({ mode }) => {
    settings.balanceMode = mode;
    const posted = mode === "post" ? await change(() => postHeld(standIn)) : 0;
    return said({ mode, posted });
  });

  on("/_control/payouts", schemas.Nothing, async () => {
    const payout = await change(() => payOut(standIn));
    return payout ? said({ payout }) : refused(409, "Nothing is available to be paid out.");
  });

  on("/_control/tax", schemas.SetTax, async ({ sessionSkewCents }) => {
    settings.taxSkewCents = sessionSkewCents;
    return said({ sessionSkewCents });
  });
}

/** By its own id or its payment's. */
function chargeOf({ charges, paymentIntents }: World, id: string): Stripe.Charge | undefined {
  return charges[id] ?? charges[String(paymentIntents[id]?.latest_charge)];
}
