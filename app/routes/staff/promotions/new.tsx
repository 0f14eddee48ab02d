import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { staffAction, staffLoader } from "~/accounts/staff-route.server";
import { href } from "~/addresses/href";
import { readForm } from "~/core/form";
import { addPromotion } from "~/promotions/desk/editor/save.server";
import { isKind } from "~/promotions/desk/kinds";
import { KindChoice, NewPromotionView } from "~/promotions/desk/new-view";
import { readNewPromotion } from "~/promotions/desk/promotions.server";
import { pageTitle } from "~/ui/page-meta";

export const meta = pageTitle("New promotion");

export const loader = staffLoader("promotions.read", async ({ request }) => {
  const kind = new URL(request.url).searchParams.get("kind");
  return { page: isKind(kind) ? await readNewPromotion(kind) : undefined };
});

export const action = staffAction("promotions.save", async ({ request, actor }) => {
  const kind = new URL(request.url).searchParams.get("kind");
  if (!isKind(kind)) throw new Response("There is no such kind of promotion.", { status: 404 });
  const added = await addPromotion(await readForm(request), kind, actor);
  if (!added.ok) return data(added.problem.answer, { status: added.problem.status });
  return redirect(href("staffPromotion", { promotion: added.value }, { done: "created" }), 303);
});

export default function StaffNewPromotion() {
  const { page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return page ? <NewPromotionView page={page} answer={answer} /> : <KindChoice />;
}
