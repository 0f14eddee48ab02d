import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { staffAction, staffLoader } from "~/accounts/staff-route.server";
import { readForm } from "~/core/form";
import { saveAction } from "~/promotions/desk/actions.server";
import { saveForm } from "~/promotions/desk/editor/save.server";
import { readPromotionHistory } from "~/promotions/desk/history.server";
import { readPromotionPage } from "~/promotions/desk/promotions.server";
import { describeSave } from "~/promotions/desk/saved-notice";
import { PromotionView } from "~/promotions/desk/view";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.page.values.name ?? "Promotion"} · Staff` },
  { name: "robots", content: "noindex" },
];

export const loader = staffLoader("promotions.read", async ({ request, params: { promotion = "" } }) => {
  const [page, history] = await Promise.all([readPromotionPage(promotion), readPromotionHistory(promotion)]);
  return { page, history, done: describeSave(new URL(request.url).searchParams.get("done"), page.state) };
});

export const action = staffAction("promotions.save", async ({ request, params: { promotion = "" }, actor }) => {
  const form = await readForm(request);
  const acted = await saveAction(form, promotion, actor);
  if (acted && !acted.ok) return data(acted.problem.answer, { status: acted.problem.status });
  if (acted)
    return redirect(`/staff/promotions/${acted.value}?done=${acted.value === promotion ? "saved" : "created"}`, 303);
  const saved = await saveForm(form, promotion, actor);
  if (!saved.ok) return data(saved.problem.answer, { status: saved.problem.status });
  return redirect(`/staff/promotions/${promotion}?done=${saved.value ? "saved" : "unchanged"}`, 303);
});

export default function StaffPromotion() {
  const { page, history, done } = useLoaderData<typeof loader>();
  return <PromotionView page={page} history={history} answer={useActionData<typeof action>()} done={done} />;
}
