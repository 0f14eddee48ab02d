import { parseWithZod } from "@conform-to/zod/v4";
import { json, redirect } from "@remix-run/node";
import { staffAction, staffLoader } from "~/accounts/staff-route.server";
import { href } from "~/addresses/href";
import { fulfillOrder } from "~/checkout/settle/fulfill.server";
import { readForm } from "~/core/form/read";
import { OrderId } from "~/core/ids";
import { readResolvePage } from "~/refunds/desk/resolve-page.server";
import { ResolveView } from "~/refunds/desk/resolve-view";
import { ResolveForm } from "~/refunds/resolve/form";
import { resolveProblemText } from "~/refunds/resolve/problem";
import { resolveAttention } from "~/refunds/resolve/resolve.server";
import { orderNumber } from "~/shop/order-name";
import { pageTitle } from "~/ui/page-meta";
import { useActionData, useLoaderData } from "~/ui/route-data";

export const meta = pageTitle<typeof loader>((data) => `Resolve order ${orderNumber(data?.page.order.number ?? null)}`);

export const loader = staffLoader("orders.read", async ({ params: { order = "" } }) => {
  return { page: await readResolvePage(OrderId.parse(order)) };
});

export const action = staffAction("orders.resolve", async ({ request, params: { order = "" }, actor: by }) => {
  const form = await readForm(request);
  const act = String(form.get("act"));
  const submission = parseWithZod(form, { schema: ResolveForm });
  if (submission.status !== "success") return json({ act, reply: submission.reply() }, { status: 400 });
  const resolved = await resolveAttention(OrderId.parse(order), submission.value, by, fulfillOrder);
  if (resolved.ok) return redirect(href("staffOrder", { order }, { done: "resolved" }), 303);
  const formErrors = [resolveProblemText(resolved.problem)];
  return json({ act, reply: submission.reply({ formErrors }) }, { status: 409 });
});

export default function StaffOrderResolve() {
  return <ResolveView data={useLoaderData<typeof loader>().page} reply={useActionData<typeof action>()} />;
}
