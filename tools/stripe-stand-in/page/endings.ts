import { z } from "zod";
import type { PaymentOutcome } from "../flow/pay";
import { type Html, html } from "./html";

type Ending = { outcome: PaymentOutcome; label: string; about: string; skipsChecks?: boolean };

/** The outcomes that the page offers besides paying, by button value. */
const endings = {
  declined: {
    outcome: "declined",
    label: "Decline the card",
    about: "The bank declines. Stays on this page.",
    skipsChecks: true,
  },
  authentication_failed: {
    outcome: "authentication_failed",
    label: "Fail 3-D Secure",
    about: "The bank can’t verify the shopper. Stays on this page.",
    skipsChecks: true,
  },
  processing_then_paid: {
    outcome: "processing_then_paid",
    label: "Delayed, then paid",
    about: "Returns unpaid; the money arrives a little later.",
  },
  processing_then_failed: {
    outcome: "processing_then_failed",
    label: "Delayed, then failed",
    about: "Returns unpaid; the payment fails a little later.",
  },
  paid_redirect_lost: {
    outcome: "paid",
    label: "Pay without returning",
    about: "Paid, but the connection to the shop is lost.",
  },
} satisfies Record<string, Ending>;

export type Choice = Ending & { name: string };

/** The pressed button. Undefined for an unknown value. */
export function readChoice(value: unknown): Choice | undefined {
  if (value === "paid") return { name: "paid", outcome: "paid", label: "Pay", about: "" };
  const name = z.enum(Object.keys(endings) as (keyof typeof endings)[]).safeParse(value);
  return name.success ? { name: name.data, ...endings[name.data] } : undefined;
}

export function endingButtons(): Html {
  const buttons = Object.entries<Ending>(endings).map(
    ([name, { label, about }]) =>
      html`<li><button name="outcome" value="${name}">
<span class="ending">${label}</span> <span class="small">${about}</span></button></li>`,
  );
  return html`<section class="endings" aria-labelledby="endings"><h2 id="endings">Other endings, for testing</h2>
<ul>${buttons}</ul></section>`;
}
