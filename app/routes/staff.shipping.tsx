import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/accounts/sessions.server";
import { readForm } from "~/core/form";
import { shippingDone } from "~/shipping/desk/done";
import { savePackaging } from "~/shipping/desk/save-zone.server";
import { readTesterQuery, testMailing } from "~/shipping/desk/tester";
import { ShippingView } from "~/shipping/desk/view";
import { readShippingPage } from "~/shipping/desk/zones.server";
import { moveZoneUp } from "~/shipping/save-zone.server";
import { readZones } from "~/shipping/zones.server";

export const meta: MetaFunction = () => [{ title: "Shipping · Staff" }, { name: "robots", content: "noindex" }];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request);
  const [page, zones] = await Promise.all([readShippingPage(), readZones()]);
  const query = readTesterQuery(new URL(request.url).searchParams);
  return { page, tester: { query, answer: testMailing(query, { ...page, zones }) }, done: shippingDone(request) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { email: actor } = await requireStaff(request);
  const form = await readForm(request);
  const move = form.get("move");
  if (typeof move === "string") {
    await moveZoneUp({ zoneId: move, actor });
    return redirect("/staff/shipping?done=moved", 303);
  }
  const saved = await savePackaging(form, actor);
  return saved.ok ? redirect("/staff/shipping?done=packaging", 303) : data({ reply: saved.problem }, { status: 400 });
}

export default function StaffShipping() {
  return <ShippingView {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()?.reply} />;
}
