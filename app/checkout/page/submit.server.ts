import { parseWithZod } from "@conform-to/zod/v4";
import { json, redirect } from "@remix-run/node";
import { currentCustomer } from "~/accounts/customer-session.server";
import { href } from "~/addresses/href";
import { cartIdOf } from "~/cart/cart.server";
import { viewCart } from "~/cart/cart-view";
import { formatInstant } from "~/core/dates";
import { readForm } from "~/core/form/read";
import { now } from "~/platform/clock.server";
import { type CheckoutRequest, checkoutSchema } from "../form/schema";
import { beginPayment, type CheckoutProblem } from "../order/begin-payment.server";
import { readExtraFields } from "./read.server";
import type { Refusal } from "./refusal";

const statuses: Record<Refusal["kind"], number> = {
  "total-unseen": 200,
  "price-changed": 409,
  "below-minimum": 400,
  "too-many": 429,
  "tax-unavailable": 503,
  "payment-unavailable": 503,
  busy: 503,
};

/** POST /checkout: validates the form and begins the payment, or shows on the page why not. Nothing typed is lost. */
export async function submitCheckout(request: Request, clientAddress: string) {
  const cartId = await cartIdOf(request);
  const extraFields = await readExtraFields(cartId);
  const submission = parseWithZod(await readForm(request), { schema: checkoutSchema(extraFields) });
  const nothing = { reply: submission.reply(), refusal: undefined, cart: undefined };
  if (submission.status !== "success") return json(nothing, { status: 400 });
  if (!cartId) return redirect(href("cart"), { status: 303 });
  const checkoutRequest = submission.value;
  const account = (await currentCustomer(request))?.customerKey;
  const payment = await beginPayment(cartId, checkoutRequest, { clientAddress, account });
  if (payment.ok) return redirect(payment.value, { status: 303 });
  const { problem } = payment;
  if (problem.kind === "empty" || problem.kind === "blocked") return redirect(href("cart"), { status: 303 });
  const fieldErrors = fieldErrorsOf(problem, checkoutRequest);
  if (fieldErrors) return json({ ...nothing, reply: submission.reply({ fieldErrors }) }, { status: 400 });
  const refusal = refusalOf(problem, checkoutRequest);
  // Show the same cart that was just priced: the shopper agrees to exactly that total.
  const cart =
    "cart" in problem ? viewCart(problem.cart, "taxCents" in problem ? problem.taxCents : undefined) : undefined;
  return json(
    { reply: nothing.reply, refusal, cart },
    { status: statuses[refusal.kind], headers: problem.kind === "too-many" ? retryAfter(problem.until) : undefined },
  );
}

function retryAfter(until: Date): HeadersInit {
  return { "Retry-After": String(Math.max(1, Math.ceil((until.getTime() - now().getTime()) / 1000))) };
}

function fieldErrorsOf(problem: CheckoutProblem, { address }: CheckoutRequest): Record<string, string[]> | undefined {
  switch (problem.kind) {
    case "not-mailed":
      return {
        "address.country": [problem.message],
      };
    case "tax-place-unknown":
      return {
        [address ? "address.postalCode" : "taxPlace.postalCode"]: [
          "We couldn’t find the sales tax for this location. Check the country, state, and ZIP code.",
        ],
      };
    default:
      return undefined;
  }
}

function refusalOf(problem: CheckoutProblem, { agreedCents = 0 }: CheckoutRequest): Refusal {
  switch (problem.kind) {
    case "price-changed":
      return { kind: "price-changed", agreed: agreedCents };
    case "too-many":
      return { kind: "too-many", until: formatInstant(problem.until, problem.cart.shop.timeZone) };
    case "empty":
    case "blocked":
    case "not-mailed":
    case "tax-place-unknown":
      throw new Error(`${problem.kind} is handled elsewhere`);
    default:
      return { kind: problem.kind };
  }
}
