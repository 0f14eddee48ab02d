import { json, redirect } from "@remix-run/node";
import { staffAction, staffLoader } from "~/accounts/staff-route.server";
import { href } from "~/addresses/href";
import { readForm } from "~/core/form/read";
import { ShippingZoneId } from "~/core/ids";
import { shippingDone } from "~/shipping/desk/done";
import { savePackaging } from "~/shipping/desk/save-zone.server";
import { readTesterQuery, testMailing } from "~/shipping/desk/tester";
import { ShippingView } from "~/shipping/desk/view";
import { readShippingPage } from "~/shipping/desk/zones.server";
import { moveZoneUp } from "~/shipping/save-zone.server";
import { readZones } from "~/shipping/zones.server";
import { pageTitle } from "~/ui/page-meta";
import { useActionData, useLoaderData } from "~/ui/route-data";

export const meta = pageTitle("Shipping");

export const loader = staffLoader("shipping.read", async ({ request }) => {
  const [page, zones] = await Promise.all([readShippingPage(), readZones()]);
  const query = readTesterQuery(new URL(request.url).searchParams);
  return { page, tester: { query, answer: testMailing(query, { ...page, zones }) }, done: shippingDone(request) };
});

export const action = staffAction("shipping.save", async ({ request, actor }) => {
  const form = await readForm(request);
  const move = form.get("move");
  if (typeof move === "string") {
    await moveZoneUp({ zoneId: ShippingZoneId.parse(move), actor });
    return redirect(href("staffShipping", { done: "moved" }), 303);
  }
  const saved = await savePackaging(form, actor);
  return saved.ok
    ? redirect(href("staffShipping", { done: "packaging" }), 303)
    : json({ reply: saved.problem }, { status: 400 });
});

export default function StaffShipping() {
  return <ShippingView {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()?.reply} />;
}
