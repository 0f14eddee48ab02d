import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { currentCustomer } from "~/accounts/customer-session.server";
import { afterCustomerSignIn, requestSignInLink } from "~/accounts/customer-sign-in.server";
import { CustomerSignInPage, signInReasons } from "~/accounts/customer-sign-in-page";
import { signInMinutes } from "~/accounts/sign-in-link.server";
import { SignInLinkForm } from "~/accounts/sign-in-link-form";
import { tooManyAttempts } from "~/accounts/too-many-attempts";
import { href } from "~/addresses/href";
import { readForm } from "~/core/form/read";
import { sendMailSoon } from "~/mail/deliver/deliver.server";
import { pageTitle } from "~/ui/page-meta";
import { useActionData, useLoaderData } from "~/ui/route-data";

export const meta = pageTitle("Sign in");

/** When to try again. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function loader({ request }: LoaderFunctionArgs) {
  if (await currentCustomer(request)) throw redirect(afterCustomerSignIn(request), 303);
  const done = new URL(request.url).searchParams.get("done");
  return { done: signInReasons.find((reason) => reason === done), minutes: signInMinutes } as const;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const submission = parseWithZod(await readForm(request), { schema: SignInLinkForm });
  if (submission.status !== "success") return json({ reply: submission.reply() }, { status: 400 });
  const to = afterCustomerSignIn(request);
  const asked = await requestSignInLink(request, { ...submission.value, to, clientAddress: context.clientAddress });
  if (!asked.ok) {
    const { seconds } = asked.problem;
    const reply = submission.reply({ formErrors: [tooManyAttempts(seconds)] });
    return json({ reply }, { status: 429, headers: { "Retry-After": String(seconds) } });
  }
  sendMailSoon();
  return redirect(href("accountSignIn", { done: "sent", to }), 303);
}

export default function AccountSignIn() {
  return <CustomerSignInPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()?.reply} />;
}
