import type Stripe from "stripe";
import { successAddress } from "../objects/session";
import { html } from "./html";
import type { Page } from "./layout";

type Session = Stripe.Checkout.Session;
type Told = { status: number; title: string; text: string; link?: { href: string; label: string } };

/** A page with one message and, if there is somewhere to go, a link back. */
function closedPage({ status, title, text, link }: Told): Page {
  return {
    status,
    title,
    body: html`<main class="closed"><h1>${title}</h1><p>${text}</p>
${link && html`<p><a class="pay" href="${link.href}">${link.label}</a></p>`}</main>`,
  };
}

export function expiredPage(session: Session, merchant: string): Page {
  return closedPage({
    status: 410,
    title: "This checkout has expired",
    text: "Nothing was paid. Start again from the shop: your cart may still be there.",
    link: { href: session.cancel_url ?? shopOf(session), label: `Back to ${merchant}` },
  });
}

export function completePage(session: Session, merchant: string): Page {
  const paid = session.payment_status === "paid";
  return closedPage({
    status: 200,
    title: paid ? "This payment is complete" : "This payment is being processed",
    text: paid ? "You can’t pay for it again." : "The shop will know as soon as the bank decides.",
    link: { href: successAddress(session), label: `Back to ${merchant}` },
  });
}

/** No link to the success page here: the point is that the shopper never gets there. */
export function lostPage(session: Session, merchant: string): Page {
  return closedPage({
    status: 200,
    title: "The connection was lost here",
    text: "The payment went through, but the connection back to the shop was lost. The shop has to find out on its own, from the webhook or by asking Stripe.",
    link: { href: shopOf(session), label: `Go to ${merchant}’s home page` },
  });
}

export function missingPage(): Page {
  return closedPage({
    status: 404,
    title: "Checkout not found",
    text: "The address may be incomplete, or the stand-in’s data has since been cleared.",
  });
}

export function unknownChoicePage(): Page {
  return closedPage({
    status: 400,
    title: "Unknown button",
    text: "Go back and choose one of the buttons on the page.",
  });
}

const shopOf = (session: Session) => `${new URL(session.success_url ?? "").origin}/`;
