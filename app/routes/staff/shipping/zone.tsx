import { json, redirect } from "@remix-run/node";
import { staffAction, staffLoader } from "~/accounts/staff-route.server";
import { href } from "~/addresses/href";
import { readHistory } from "~/audit/history.server";
import { longForm, readForm } from "~/core/form/read";
import { ShippingZoneId } from "~/core/ids";
import { shippingDone } from "~/shipping/desk/done";
import { saveZoneForm } from "~/shipping/desk/save-zone.server";
import { ShippingZoneView } from "~/shipping/desk/zone-view";
import { readZonePage } from "~/shipping/desk/zones.server";
import { deleteZone } from "~/shipping/save-zone.server";
import { pageTitle } from "~/ui/page-meta";
import { useActionData, useLoaderData } from "~/ui/route-data";

export const meta = pageTitle<typeof loader>((data) => data?.page.name ?? "Shipping zone");

export const loader = staffLoader("shipping.read", async ({ request, params: { zone = "" } }) => {
  const [page, history] = await Promise.all([
    readZonePage(ShippingZoneId.parse(zone)),
    readHistory(`shipping-zone:${zone}`),
  ]);
  return { page, history, done: shippingDone(request) };
});

export const action = staffAction("shipping.save", async ({ request, params: { zone = "" }, actor }) => {
  const form = await readForm(request, longForm);
  if (form.has("delete")) {
    const deleted = await deleteZone({
      zoneId: ShippingZoneId.parse(zone),
      revision: Number(form.get("delete")),
      actor,
    });
    if (deleted.ok) return redirect(href("staffShipping", { done: "deleted" }), 303);
    const refusal = "Someone else has changed this zone. Check the new version before you delete it.";
    return json({ refusal }, { status: 409 });
  }
  const saved = await saveZoneForm(form, { zoneId: ShippingZoneId.parse(zone), actor });
  if (!saved.ok) return json(saved.problem.answer, { status: saved.problem.status });
  return redirect(href("staffShippingZone", { zone }, { done: saved.value }), 303);
});

export default function StaffShippingZone() {
  return <ShippingZoneView {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
