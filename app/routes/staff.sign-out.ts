import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { signOut } from "~/accounts/sign-in.server";

/** A GET redirects to the staff area, or to its sign-in. */
export function loader() {
  return redirect("/staff", 303);
}

export function action({ request }: ActionFunctionArgs) {
  return signOut(request);
}
