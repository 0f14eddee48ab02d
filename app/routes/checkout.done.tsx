import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { returnFromPayment } from "~/checkout/page/return.server";

/** Where Stripe sends the shopper after payment. Redirects to the order page. */
export async function loader({ request }: LoaderFunctionArgs) {
  return redirect(await returnFromPayment(new URL(request.url).searchParams.get("session_id")), { status: 303 });
}

/** Renders nothing: a route with a component shows its errors in the shop's error page. */
export default function Done() {
  return null;
}
