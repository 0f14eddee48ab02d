import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/accounts/sessions.server";
import { readForm } from "~/core/form";
import { queryOf } from "~/core/list-query";
import { createCodes } from "~/promotions/codes/bulk.server";
import { readCodesPage } from "~/promotions/desk/codes/codes.server";
import { CodesForm } from "~/promotions/desk/codes/form";
import { CouponCodesView } from "~/promotions/desk/codes/view";

export const meta: MetaFunction = () => [{ title: "Codes · Staff" }, { name: "robots", content: "noindex" }];

export async function loader({ request, params: { promotion = "" } }: LoaderFunctionArgs) {
  await requireStaff(request);
  const query = queryOf(request);
  const page = await readCodesPage(promotion, query);
  return { ...page, done: query.done === "made" ? "The codes are made. Download them as CSV." : undefined };
}

export async function action({ request, params: { promotion = "" } }: ActionFunctionArgs) {
  const { email: actor } = await requireStaff(request);
  const submission = parseWithZod(await readForm(request), { schema: CodesForm });
  if (submission.status !== "success") return data({ reply: submission.reply() }, { status: 400 });
  const created = await createCodes(promotion, { ...submission.value, actor });
  if (!created.ok) {
    const { made } = created.problem;
    const message = `Codes were made since you opened this page: there are ${made} now. If you want more, send this again.`;
    return data({ reply: submission.reply({ formErrors: [message] }) }, { status: 409 });
  }
  return redirect(`/staff/promotions/${promotion}/codes?done=made`, 303);
}

export default function StaffCodes() {
  return <CouponCodesView {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()?.reply} />;
}
