import { parseWithZod } from "@conform-to/zod/v4";
import { json, redirect } from "@remix-run/node";
import { staffAction, staffLoader } from "~/accounts/staff-route.server";
import { href } from "~/addresses/href";
import { readForm } from "~/core/form/read";
import { PromotionId } from "~/core/ids";
import { queryOf } from "~/core/list-query";
import { generateCodes } from "~/promotions/codes/bulk.server";
import { readCodesPage } from "~/promotions/desk/codes/codes.server";
import { CodesForm } from "~/promotions/desk/codes/form";
import { CouponCodesView } from "~/promotions/desk/codes/view";
import { pageTitle } from "~/ui/page-meta";
import { useActionData, useLoaderData } from "~/ui/route-data";

export const meta = pageTitle("Codes");

export const loader = staffLoader("codes.read", async ({ request, params: { promotion = "" } }) => {
  const query = queryOf(request);
  const page = await readCodesPage(PromotionId.parse(promotion), query);
  return { ...page, done: query.done === "made" ? "Codes generated. You can download them as CSV." : undefined };
});

export const action = staffAction("codes.make", async ({ request, params: { promotion = "" }, actor }) => {
  const submission = parseWithZod(await readForm(request), { schema: CodesForm });
  if (submission.status !== "success") return json({ reply: submission.reply() }, { status: 400 });
  const generated = await generateCodes(PromotionId.parse(promotion), { ...submission.value, actor });
  if (!generated.ok) {
    const { made } = generated.problem;
    const message = `Codes were generated after you opened this page. There are now ${made}. To generate more, submit again.`;
    return json({ reply: submission.reply({ formErrors: [message] }) }, { status: 409 });
  }
  return redirect(href("staffPromotionCodes", { promotion }, { done: "made" }), 303);
});

export default function StaffCodes() {
  return <CouponCodesView {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()?.reply} />;
}
