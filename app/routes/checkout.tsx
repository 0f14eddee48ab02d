import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerCheckout } from "~/checkout/page/answer-checkout.server";
import { CheckoutPage } from "~/checkout/page/checkout-page";
import { readCheckout } from "~/checkout/page/read-checkout.server";
import { pageTitle } from "~/ui/page-meta";

export const meta = pageTitle("Check out");

export async function loader({ request }: LoaderFunctionArgs) {
  const page = await readCheckout(request);
  if (!page.cart.canCheckOut) throw redirect("/cart", { status: 303 });
  return page;
}

export function action({ request, context }: ActionFunctionArgs) {
  return answerCheckout(request, context.clientAddress);
}

export default function Checkout() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <CheckoutPage {...page} cart={answer?.cart ?? page.cart} reply={answer?.reply} refusal={answer?.refusal} />;
}
