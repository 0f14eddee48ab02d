import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "@remix-run/node";
import { currentCustomer } from "~/accounts/customer-session.server";
import { href } from "~/addresses/href";
import { cartIdOf } from "~/cart/cart.server";
import { viewCart } from "~/cart/cart-view";
import { formatInstant } from "~/core/dates";
import { customerKeyOf } from "~/core/email";
import { readForm } from "~/core/form";
import { checkoutForm, type Wish } from "../form/checkout-form";
import { type CheckoutProblem, startCheckout } from "../order/start.server";
import type { Refusal } from "./problem";
import { readAsked } from "./read-checkout.server";

const statuses: Record<Refusal["kind"], number> = {
  "total-unseen": 200,
  "price-changed": 409,
  "below-minimum": 400,
  "too-many": 429,
  "tax-unavailable": 503,
  "payment-unavailable": 503,
  busy: 503,
};

/** Starts the payment that the page's form asks for, or says on the page why not. Nothing that was typed is lost. */
export async function answerCheckout(request: Request, clientAddress: string) {
  const cartId = await cartIdOf(request);
  const asked = await readAsked(cartId);
  const submission = parseWithZod(await readForm(request), { schema: checkoutForm(asked) });
  const nothing = { reply: submission.reply(), refusal: undefined, cart: undefined };
  if (submission.status !== "success") return data(nothing, { status: 400 });
  if (!cartId) return redirect(href("cart"), { status: 303 });
  const wish = submission.value;
  const customerKey = (await currentCustomer(request))?.customerKey ?? customerKeyOf(wish.email);
  const started = await startCheckout(cartId, wish, { clientAddress, customerKey });
  if (started.ok) return redirect(started.value, { status: 303 });
  const { problem } = started;
  if (problem.kind === "empty" || problem.kind === "blocked") return redirect(href("cart"), { status: 303 });
  const beside = besideField(problem, wish);
  if (beside) return data({ ...nothing, reply: submission.reply({ fieldErrors: beside }) }, { status: 400 });
  const refusal = refusalOf(problem, wish);
  // One reading, one price: what is agreed to on this page is what was just reckoned.
  const cart =
    "cart" in problem ? viewCart(problem.cart, "taxCents" in problem ? problem.taxCents : undefined) : undefined;
  return data({ reply: nothing.reply, refusal, cart }, { status: statuses[refusal.kind] });
}

function besideField(problem: CheckoutProblem, { address }: Wish): Record<string, string[]> | undefined {
  switch (problem.kind) {
    case "not-mailed":
      return {
        "address.country": [problem.message],
      };
    case "tax-place-unknown":
      return {
        [address ? "address.postalCode" : "taxPlace.postalCode"]: [
          "The sales tax can’t be found for this place. Please check country, state and ZIP code.",
        ],
      };
    default:
      return undefined;
  }
}

function refusalOf(problem: CheckoutProblem, { agreedCents = 0 }: Wish): Refusal {
  switch (problem.kind) {
    case "price-changed":
      return { kind: "price-changed", agreed: agreedCents };
    case "too-many":
      return { kind: "too-many", until: formatInstant(problem.until, problem.cart.shop.timeZone) };
    case "empty":
    case "blocked":
    case "not-mailed":
    case "tax-place-unknown":
      throw new Error(`${problem.kind} is answered elsewhere`);
    default:
      return { kind: problem.kind };
  }
}
