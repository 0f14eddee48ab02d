import type Stripe from "stripe";
import { askedAddress } from "../objects/asked-address";
import type { StandIn } from "../stand-in";
import type { Problems, Values } from "./checkout-form";
import { endingButtons } from "./endings";
import { addressSection, cardSection, contactSection, problemSummary } from "./fields";
import { type Html, html } from "./html";
import type { Page } from "./layout";
import { moneyOf, orderSummary, shippingChoice } from "./order-summary";

type Shown = {
  session: Stripe.Checkout.Session;
  values?: Values;
  problems?: Problems;
  status?: number;
  /** The total differs from the one the shopper agreed to, because the address added tax. */
  isNewTotal?: boolean;
};

/** An open session's page, with what was typed before and its errors, if any. */
export function openPage(
  standIn: StandIn,
  { session, values = {}, problems = {}, status = 200, isNewTotal = false }: Shown,
): Page {
  const { world, merchant } = standIn;
  const total = moneyOf(session)(session.amount_total);
  const asked = askedAddress(session, world.customers[String(session.customer)]);
  const wrong = Object.keys(problems).length > 0;
  const declined = world.paymentIntents[String(session.payment_intent)]?.last_payment_error;
  const several = new Set(session.shipping_options.map((option) => option.shipping_amount)).size > 1;
  return {
    status,
    title: `${wrong ? "Error: " : declined ? "Not paid: " : ""}Pay ${total} – ${merchant}`,
    withCountdown: true,
    body: html`<main class="open">
${wrong ? problemSummary(problems) : isNewTotal ? totalNotice(total) : declined && declineNotice(declined.message)}
<div class="order">
${session.cancel_url && html`<a class="back" href="${session.cancel_url}">← Cancel and go back to ${merchant}</a>`}
<h1><span class="merchant">${merchant}</span> <span class="total">${total}</span></h1>
${orderSummary(world, session)}
</div>
<form class="panel" method="post" action="/pay/${session.id}" novalidate>
${contactSection(session, { values, problems })}
${addressSection(asked, { values, problems })}
${shippingChoice(world, session, values.shipping_rate)}
${cardSection({ values, problems })}
<input type="hidden" name="shown_total" value="${session.amount_total ?? 0}">
<div>
<button class="pay" name="outcome" value="paid">${several ? "Pay" : `Pay ${total}`}</button>
${timeLeft(session, standIn.clock.now())}
</div>
${endingButtons()}
</form>
</main>`,
  };
}

function totalNotice(total: string): Html {
  return html`<div class="notice across" role="alert"><h2>The total is now ${total}</h2>
<p>It holds the tax and shipping for your address. Nothing has been paid yet.</p></div>`;
}

function declineNotice(message: string | undefined): Html {
  return html`<div class="notice across" role="alert"><h2>The payment was not made</h2>
<p>${message} Nothing was paid; you can try again.</p></div>`;
}

/** Readable without the countdown: when it expires, with the time zone, and how long that is. */
function timeLeft(session: Stripe.Checkout.Session, now: number): Html {
  const until = new Date(session.expires_at * 1000);
  const format = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
  const seconds = Math.max(0, session.expires_at - now);
  return html`<p class="small">Open until <time datetime="${until.toISOString()}">${format.format(until)} UTC</time>,
<span id="time-left" data-seconds="${seconds}">${describeMinutes(Math.ceil(seconds / 60))} left</span></p>`;
}

function describeMinutes(minutes: number): string {
  if (minutes < 120) return minutes === 1 ? "1 minute" : `${minutes} minutes`;
  return `about ${Math.round(minutes / 60)} hours`;
}
