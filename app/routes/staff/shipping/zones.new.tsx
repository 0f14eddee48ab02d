import { json, redirect } from "@remix-run/node";
import { staffAction, staffLoader } from "~/accounts/staff-route.server";
import { href } from "~/addresses/href";
import { readForm } from "~/core/form/read";
import { saveZoneForm } from "~/shipping/desk/save-zone.server";
import { NewShippingZoneView } from "~/shipping/desk/zone-view";
import { readNewZone } from "~/shipping/desk/zones.server";
import { pageTitle } from "~/ui/page-meta";
import { useActionData, useLoaderData } from "~/ui/route-data";

export const meta = pageTitle("New shipping zone");

export const loader = staffLoader("shipping.read", async () => {
  return readNewZone();
});

export const action = staffAction("shipping.save", async ({ request, actor }) => {
  const saved = await saveZoneForm(await readForm(request), { actor });
  if (!saved.ok) return json(saved.problem.answer, { status: saved.problem.status });
  return redirect(href("staffShipping", { done: saved.value }), 303);
});

export default function StaffNewShippingZone() {
  return <NewShippingZoneView {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
