import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { signOut } from "~/accounts/sign-in.server";
import { href } from "~/addresses/href";

/** A GET redirects to the staff area, or to its sign-in. */
export function loader() {
  return redirect(href("staff"), 303);
}

export function action({ request }: ActionFunctionArgs) {
  return signOut(request);
}
