import { json, redirect } from "@remix-run/node";
import { staffAction, staffLoader } from "~/accounts/staff-route.server";
import { href } from "~/addresses/href";
import { readForm } from "~/core/form/read";
import { OrderId, ShipmentId } from "~/core/ids";
import { shipDone } from "~/shipping/desk/ship-form";
import { readShipPage, shipFromForm } from "~/shipping/desk/ship-page.server";
import { ShipView } from "~/shipping/desk/ship-view";
import { undoShipment } from "~/shipping/parcels/ship.server";
import { orderNumber } from "~/shop/order-name";
import { pageTitle } from "~/ui/page-meta";
import { useActionData, useLoaderData } from "~/ui/route-data";

export const meta = pageTitle<typeof loader>((data) => `Ship order ${orderNumber(data?.page.parcel.number ?? null)}`);

export const loader = staffLoader("shipping.read", async ({ request, params: { order = "" } }) => {
  return {
    page: await readShipPage(OrderId.parse(order)),
    done: shipDone(new URL(request.url).searchParams.get("done")),
  };
});

export const action = staffAction("shipping.send", async ({ request, params: { order = "" }, actor }) => {
  const form = await readForm(request);
  const undo = form.get("undo");
  if (typeof undo === "string") {
    if (await undoShipment({ orderId: OrderId.parse(order), shipmentId: ShipmentId.parse(undo), actor }))
      return redirect(href("staffOrderShip", { order }, { done: "undone" }), 303);
    const refusal = "This shipment no longer exists, or was sent too long ago to undo.";
    return json({ refusal, reply: undefined }, { status: 409 });
  }
  const shipped = await shipFromForm(form, OrderId.parse(order), actor);
  if (shipped.ok) return redirect(href("staffOrderShip", { order }, { done: "shipped" }), 303);
  return json({ reply: shipped.problem, refusal: undefined }, { status: 400 });
});

export default function StaffShipOrder() {
  const answer = useActionData<typeof action>();
  return <ShipView {...useLoaderData<typeof loader>()} reply={answer?.reply} refusal={answer?.refusal} />;
}
