import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { returnFromPayment } from "~/checkout/page/return.server";
import { ReturnedElsewhere } from "~/checkout/page/returned-elsewhere";
import { pageTitle } from "~/ui/page-meta";

export const meta = pageTitle("Check your e-mail");

/** Where Stripe sends the shopper after payment, or back from it. Redirects the buyer to the order page. */
export async function loader({ request }: LoaderFunctionArgs) {
  const path = await returnFromPayment(request);
  if (path !== undefined) throw redirect(path, 303);
  return null;
}

export default function Done() {
  return <ReturnedElsewhere />;
}
