import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { readStaff } from "~/accounts/sessions.server";
import { afterSignIn, SignInForm, signIn } from "~/accounts/sign-in.server";
import { SignInPage } from "~/accounts/sign-in-page";
import { tooManyAttempts } from "~/accounts/too-many-attempts";
import { readForm } from "~/core/form/read";
import { cookieHeaders } from "~/platform/http/cookies.server";
import { pageTitle } from "~/ui/page-meta";
import { useActionData } from "~/ui/route-data";

export const meta = pageTitle("Staff sign-in");

/** When to try again. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function loader({ request }: LoaderFunctionArgs) {
  if (await readStaff(request)) throw redirect(afterSignIn(request), 303);
  return null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const submission = parseWithZod(await readForm(request), { schema: SignInForm });
  const reply = (formErrors?: string[]) => submission.reply({ formErrors, hideFields: ["password"] });
  if (submission.status !== "success") return json({ reply: reply() }, { status: 400 });
  const { clientAddress } = context;
  const signed = await signIn(request, { ...submission.value, clientAddress });
  if (signed.ok) return redirect(afterSignIn(request), { status: 303, headers: cookieHeaders(signed.value) });
  if (signed.problem.kind === "wrong")
    return json({ reply: reply(["The e-mail address or password is incorrect."]) }, { status: 400 });
  const { seconds } = signed.problem;
  return json(
    { reply: reply([tooManyAttempts(seconds)]) },
    { status: 429, headers: { "Retry-After": String(seconds) } },
  );
}

export default function StaffSignIn() {
  return <SignInPage reply={useActionData<typeof action>()?.reply} />;
}
