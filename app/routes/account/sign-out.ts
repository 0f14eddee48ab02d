import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { signOutCustomer } from "~/accounts/customer-sign-in.server";
import { href } from "~/addresses/href";
import { readForm } from "~/core/form/read";

/** A GET goes to the account or its sign-in page. */
export function loader() {
  return redirect(href("account"), 303);
}

export async function action({ request }: ActionFunctionArgs) {
  const everywhere = (await readForm(request)).get("everywhere") === "yes";
  return signOutCustomer(request, { everywhere });
}
