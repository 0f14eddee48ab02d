import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { signOutCustomer } from "~/accounts/customer-sign-in.server";
import { href } from "~/addresses/href";
import { readForm } from "~/core/form";

/** Whoever opens the address itself gets to the account, or to its sign-in. */
export function loader() {
  return redirect(href("account"), 303);
}

export async function action({ request }: ActionFunctionArgs) {
  const everywhere = (await readForm(request)).get("everywhere") === "yes";
  return signOutCustomer(request, { everywhere });
}
