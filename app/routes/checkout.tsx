import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { cartIdOf } from "~/cart/cart.server";
import { viewCart } from "~/cart/cart-view";
import { readPricedCart } from "~/cart/priced-cart.server";
import { CheckoutForm } from "~/checkout/checkout-form";
import { CheckoutPage } from "~/checkout/checkout-page";
import { openOrdersOfCart } from "~/checkout/open-orders.server";
import { startCheckout } from "~/checkout/start.server";
import { customerKeyOf } from "~/core/email";

export const meta: MetaFunction = () => [{ title: "Check out" }, { name: "robots", content: "noindex" }];

const statuses = { "price-changed": 409, "below-minimum": 400, "payment-unavailable": 503, busy: 503 };

export async function loader({ request }: LoaderFunctionArgs) {
  const cartId = await cartIdOf(request);
  const cart = viewCart(await readPricedCart({ cartId, ownOrders: await openOrdersOfCart(cartId) }));
  if (!cart.canCheckOut) throw redirect("/cart", { status: 303 });
  return { cart };
}

export async function action({ request }: ActionFunctionArgs) {
  const cartId = await cartIdOf(request);
  const submission = parseWithZod(await request.formData(), { schema: CheckoutForm });
  if (submission.status !== "success") return data({ reply: submission.reply(), refusal: undefined }, { status: 400 });
  if (!cartId) return redirect("/cart", { status: 303 });
  const started = await startCheckout(cartId, submission.value);
  if (started.ok) return redirect(started.value, { status: 303 });
  const { kind } = started.problem;
  if (kind === "empty" || kind === "blocked") return redirect("/cart", { status: 303 });
  const customerKey = customerKeyOf(submission.value.email);
  const cart = viewCart(await readPricedCart({ cartId, customerKey, ownOrders: await openOrdersOfCart(cartId) }));
  const agreed = submission.value.agreedCents;
  return data({ reply: submission.reply(), refusal: { kind, cart, agreed } }, { status: statuses[kind] });
}

export default function Checkout() {
  const { cart } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <CheckoutPage cart={answer?.refusal?.cart ?? cart} reply={answer?.reply} refusal={answer?.refusal} />;
}
