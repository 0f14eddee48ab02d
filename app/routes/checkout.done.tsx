import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { returnFromPayment } from "~/checkout/page/return.server";

/** Where Stripe sends the shopper after payment; the order's own page shows the rest. */
export async function loader({ request }: LoaderFunctionArgs) {
  return redirect(await returnFromPayment(new URL(request.url).searchParams.get("session_id")), { status: 303 });
}

/** Nothing of its own: it makes a page of this route, so that a payment that is not found is said in the shop's error page. */
export default function Done() {
  return null;
}
