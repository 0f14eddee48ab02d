import { json, redirect } from "@remix-run/node";
import { staffAction, staffLoader } from "~/accounts/staff-route.server";
import { href } from "~/addresses/href";
import { readForm } from "~/core/form/read";
import { OrderId } from "~/core/ids";
import { actOnOrder } from "~/desk/orders/corrections/act.server";
import { orderDoneText } from "~/desk/orders/corrections/done";
import { readOrderPage } from "~/desk/orders/page.server";
import { OrderView } from "~/desk/orders/view";
import { orderName } from "~/shop/order-name";
import { pageTitle } from "~/ui/page-meta";
import { useActionData, useLoaderData } from "~/ui/route-data";

export const meta = pageTitle<typeof loader>((data) => orderName(data?.page.order.number ?? null));

export const loader = staffLoader("orders.read", async ({ request, params: { order = "" } }) => {
  const page = await readOrderPage(OrderId.parse(order));
  return { page, done: orderDoneText(new URL(request.url).searchParams.get("done"), page.order) };
});

export const action = staffAction("orders.correct", async ({ request, params: { order = "" }, actor }) => {
  const acted = await actOnOrder(await readForm(request), OrderId.parse(order), actor);
  if (!acted.ok) return json(acted.problem.answer, { status: acted.problem.status });
  return redirect(href("staffOrder", { order }, { done: acted.value }), 303);
});

export default function StaffOrder() {
  const { page, done } = useLoaderData<typeof loader>();
  return <OrderView data={page} answer={useActionData<typeof action>()} done={done} />;
}
