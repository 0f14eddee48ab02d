import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { returnFromPayment } from "~/checkout/page/return.server";

/** Where Stripe sends the shopper after payment; redirects to the order page. */
export async function loader({ request }: LoaderFunctionArgs) {
  return redirect(await returnFromPayment(new URL(request.url).searchParams.get("session_id")), { status: 303 });
}

/** Empty: a component makes this route a page, so a missing payment shows the shop's error page. */
export default function Done() {
  return null;
}
