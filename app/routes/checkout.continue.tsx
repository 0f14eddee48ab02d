import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { href } from "~/addresses/href";
import { requestContinueLink } from "~/checkout/page/continue.server";
import { ContinueForm, ContinuePage } from "~/checkout/page/continue-view";
import { readForm } from "~/core/form/read";
import { sendMailSoon } from "~/mail/deliver/deliver.server";
import { continueMinutes } from "~/orders/continue-link.server";
import { pageTitle } from "~/ui/page-meta";
import { useActionData, useLoaderData } from "~/ui/route-data";

export const meta = pageTitle("Continue a checkout");

/** When to try again. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export function loader({ request }: LoaderFunctionArgs) {
  return { isSent: new URL(request.url).searchParams.get("done") === "sent", minutes: continueMinutes };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const submission = parseWithZod(await readForm(request), { schema: ContinueForm });
  if (submission.status !== "success") return json({ reply: submission.reply() }, { status: 400 });
  const asked = await requestContinueLink(submission.value.email, context.clientAddress);
  if (!asked.ok) {
    const { message, seconds } = asked.problem;
    const reply = submission.reply({ formErrors: [message] });
    return json({ reply }, { status: 429, headers: { "Retry-After": String(seconds) } });
  }
  sendMailSoon();
  return redirect(href("checkoutContinue", { done: "sent" }), 303);
}

export default function CheckoutContinue() {
  return <ContinuePage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()?.reply} />;
}
