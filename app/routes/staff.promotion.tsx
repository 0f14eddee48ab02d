import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/accounts/sessions.server";
import { readHistory } from "~/staff/audit-log.server";
import { actFromForm, savePromotion } from "~/staff/edit-promotion.server";
import { PromotionView } from "~/staff/promotion-view";
import { readPromotionPage } from "~/staff/promotions.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.page.values.name ?? "Promotion"} · Staff` },
  { name: "robots", content: "noindex" },
];

const results = new Map([
  ["created", "Created. If it is active, the shop shows it from its start on."],
  ["saved", "Saved. The shop shows it now."],
  ["unchanged", "Nothing was different, so nothing was changed."],
]);

export async function loader({ request, params: { promotion = "" } }: LoaderFunctionArgs) {
  await requireStaff(request);
  const [page, history] = await Promise.all([readPromotionPage(promotion), readHistory(`promotion:${promotion}`)]);
  return { page, history, done: results.get(new URL(request.url).searchParams.get("done") ?? "") };
}

export async function action({ request, params: { promotion = "" } }: ActionFunctionArgs) {
  const { email: actor } = await requireStaff(request);
  const form = await request.formData();
  const acted = await actFromForm(form, promotion, actor);
  if (acted && !acted.ok) return data(acted.problem.answer, { status: acted.problem.status });
  if (acted)
    return redirect(`/staff/promotions/${acted.value}?done=${acted.value === promotion ? "saved" : "created"}`, 303);
  const saved = await savePromotion(form, promotion, actor);
  if (!saved.ok) return data(saved.problem.answer, { status: saved.problem.status });
  return redirect(`/staff/promotions/${promotion}?done=${saved.value ? "saved" : "unchanged"}`, 303);
}

export default function StaffPromotion() {
  const { page, history, done } = useLoaderData<typeof loader>();
  return <PromotionView page={page} history={history} answer={useActionData<typeof action>()} done={done} />;
}
