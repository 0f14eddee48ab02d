import { type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { href } from "~/addresses/href";
import { readCheckoutPage } from "~/checkout/page/read.server";
import { submitCheckout } from "~/checkout/page/submit.server";
import { CheckoutPage } from "~/checkout/page/view";
import { pageTitle } from "~/ui/page-meta";
import { useActionData, useLoaderData } from "~/ui/route-data";

export const meta = pageTitle("Check out");

/** When to try again. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function loader({ request }: LoaderFunctionArgs) {
  const page = await readCheckoutPage(request);
  if (!page.cart.canCheckOut) throw redirect(href("cart"), { status: 303 });
  return page;
}

export function action({ request, context }: ActionFunctionArgs) {
  return submitCheckout(request, context.clientAddress);
}

export default function Checkout() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <CheckoutPage {...page} cart={answer?.cart ?? page.cart} reply={answer?.reply} refusal={answer?.refusal} />;
}
