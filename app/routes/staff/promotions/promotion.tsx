import { json, redirect } from "@remix-run/node";
import { staffAction, staffLoader } from "~/accounts/staff-route.server";
import { href } from "~/addresses/href";
import { longForm, readForm } from "~/core/form/read";
import { PromotionId } from "~/core/ids";
import { saveAction } from "~/promotions/desk/actions.server";
import { saveForm } from "~/promotions/desk/editor/save.server";
import { readPromotionHistory } from "~/promotions/desk/history.server";
import { readPromotionPage } from "~/promotions/desk/promotions.server";
import { describeSave } from "~/promotions/desk/saved-notice";
import { PromotionView } from "~/promotions/desk/view";
import { pageTitle } from "~/ui/page-meta";
import { useActionData, useLoaderData } from "~/ui/route-data";

export const meta = pageTitle<typeof loader>((data) => data?.page.values.name ?? "Promotion");

export const loader = staffLoader("promotions.read", async ({ request, params: { promotion = "" } }) => {
  const [page, history] = await Promise.all([
    readPromotionPage(PromotionId.parse(promotion)),
    readPromotionHistory(PromotionId.parse(promotion)),
  ]);
  return { page, history, done: describeSave(new URL(request.url).searchParams.get("done"), page.state) };
});

export const action = staffAction("promotions.save", async ({ request, params: { promotion = "" }, actor }) => {
  const form = await readForm(request, longForm);
  const acted = await saveAction(form, PromotionId.parse(promotion), actor);
  if (acted && !acted.ok) return json(acted.problem.answer, { status: acted.problem.status });
  if (acted)
    return redirect(
      href("staffPromotion", { promotion: acted.value }, { done: acted.value === promotion ? "saved" : "created" }),
      303,
    );
  const saved = await saveForm(form, PromotionId.parse(promotion), actor);
  if (!saved.ok) return json(saved.problem.answer, { status: saved.problem.status });
  return redirect(href("staffPromotion", { promotion }, { done: saved.value ? "saved" : "unchanged" }), 303);
});

export default function StaffPromotion() {
  const { page, history, done } = useLoaderData<typeof loader>();
  return <PromotionView page={page} history={history} answer={useActionData<typeof action>()} done={done} />;
}
