import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { staffAction, staffLoader } from "~/accounts/staff-route.server";
import { href } from "~/addresses/href";
import { readForm } from "~/core/form";
import { PromotionId } from "~/core/ids";
import { queryOf } from "~/core/list-query";
import { createCodes } from "~/promotions/bulk-codes.server";
import { readCodesPage } from "~/promotions/desk/codes/codes.server";
import { CodesForm } from "~/promotions/desk/codes/form";
import { CouponCodesView } from "~/promotions/desk/codes/view";
import { pageTitle } from "~/ui/page-meta";

export const meta = pageTitle("Codes");

export const loader = staffLoader("codes.read", async ({ request, params: { promotion = "" } }) => {
  const query = queryOf(request);
  const page = await readCodesPage(PromotionId.parse(promotion), query);
  return { ...page, done: query.done === "made" ? "The codes are made. Download them as CSV." : undefined };
});

export const action = staffAction("codes.make", async ({ request, params: { promotion = "" }, actor }) => {
  const submission = parseWithZod(await readForm(request), { schema: CodesForm });
  if (submission.status !== "success") return data({ reply: submission.reply() }, { status: 400 });
  const created = await createCodes(PromotionId.parse(promotion), { ...submission.value, actor });
  if (!created.ok) {
    const { made } = created.problem;
    const message = `Codes were made since you opened this page: there are ${made} now. If you want more, send this again.`;
    return data({ reply: submission.reply({ formErrors: [message] }) }, { status: 409 });
  }
  return redirect(href("staffPromotionCodes", { promotion }, { done: "made" }), 303);
});

export default function StaffCodes() {
  return <CouponCodesView {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()?.reply} />;
}
