import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { tooManyAttempts } from "~/accounts/too-many-attempts";
import { continueCheckout } from "~/checkout/page/continue.server";
import { ContinueLinkPage } from "~/checkout/page/continue-view";
import { isContinueLink } from "~/orders/continue-link.server";
import { pageTitle } from "~/ui/page-meta";
import { useActionData, useLoaderData } from "~/ui/route-data";

export const meta = pageTitle("Continue your checkout");

/** When to try again. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

/** Only reads, because a mail scanner that opens the link must not use it up. */
export async function loader({ params: { link = "" } }: LoaderFunctionArgs) {
  return { isOpen: await isContinueLink(link) };
}

export async function action({ params: { link = "" }, context }: ActionFunctionArgs) {
  const continued = await continueCheckout({ secret: link, clientAddress: context.clientAddress });
  if (continued.ok) return redirect(continued.value.to, { status: 303, headers: continued.value.headers });
  // The page itself reports an expired link.
  if (continued.problem.kind === "over") return json({ problem: undefined }, { status: 400 });
  const { seconds } = continued.problem;
  return json({ problem: tooManyAttempts(seconds) }, { status: 429, headers: { "Retry-After": String(seconds) } });
}

export default function CheckoutContinueLink() {
  return <ContinueLinkPage {...useLoaderData<typeof loader>()} problem={useActionData<typeof action>()?.problem} />;
}
