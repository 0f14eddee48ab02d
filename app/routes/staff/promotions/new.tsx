import { json, redirect } from "@remix-run/node";
import { staffAction, staffLoader } from "~/accounts/staff-route.server";
import { href } from "~/addresses/href";
import { longForm, readForm } from "~/core/form/read";
import { saveNewForm } from "~/promotions/desk/editor/save.server";
import { KindChoice, NewPromotionView } from "~/promotions/desk/new-view";
import { readNewPromotion } from "~/promotions/desk/promotions.server";
import { isPromotionKind } from "~/promotions/kinds/kinds";
import { pageTitle } from "~/ui/page-meta";
import { useActionData, useLoaderData } from "~/ui/route-data";

export const meta = pageTitle("New promotion");

export const loader = staffLoader("promotions.read", async ({ request }) => {
  const kind = new URL(request.url).searchParams.get("kind");
  return { page: isPromotionKind(kind) ? await readNewPromotion(kind) : undefined };
});

export const action = staffAction("promotions.save", async ({ request, actor }) => {
  const kind = new URL(request.url).searchParams.get("kind");
  if (!isPromotionKind(kind)) throw new Response("This type of promotion does not exist.", { status: 404 });
  const saved = await saveNewForm(await readForm(request, longForm), kind, actor);
  if (!saved.ok) return json(saved.problem.answer, { status: saved.problem.status });
  return redirect(href("staffPromotion", { promotion: saved.value }, { done: "created" }), 303);
});

export default function StaffNewPromotion() {
  const { page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return page ? <NewPromotionView page={page} answer={answer} /> : <KindChoice />;
}
