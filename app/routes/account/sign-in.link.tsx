import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { afterCustomerSignIn, signInByLink } from "~/accounts/customer-sign-in.server";
import { readSignInLink } from "~/accounts/sign-in-link.server";
import { SignInLinkPage } from "~/accounts/sign-in-link-page";
import { tooManyAttempts } from "~/accounts/too-many-attempts";
import { href } from "~/addresses/href";
import { cookieHeaders } from "~/platform/http/cookies.server";
import { pageTitle } from "~/ui/page-meta";
import { useActionData, useLoaderData } from "~/ui/route-data";

export const meta = pageTitle("Sign in");

/** When to try again. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

/** Only reads, because a mail scanner that opens the link must not use it up. */
export async function loader({ request, params: { link = "" } }: LoaderFunctionArgs) {
  const askPath = href("accountSignIn", { to: afterCustomerSignIn(request) });
  return { email: await readSignInLink(link), askPath };
}

export async function action({ request, params: { link = "" }, context }: ActionFunctionArgs) {
  const signed = await signInByLink(request, { secret: link, clientAddress: context.clientAddress });
  if (signed.ok) return redirect(afterCustomerSignIn(request), { status: 303, headers: cookieHeaders(signed.value) });
  // The page itself reports an expired link.
  if (signed.problem.kind === "over") return json({ problem: undefined }, { status: 400 });
  const { seconds } = signed.problem;
  return json({ problem: tooManyAttempts(seconds) }, { status: 429, headers: { "Retry-After": String(seconds) } });
}

export default function AccountSignInLink() {
  return <SignInLinkPage {...useLoaderData<typeof loader>()} problem={useActionData<typeof action>()?.problem} />;
}
