import { parseWithZod } from "@conform-to/zod/v4";
import { json, redirect } from "@remix-run/node";
import { staffAction, staffLoader } from "~/accounts/staff-route.server";
import { href } from "~/addresses/href";
import { readHistory } from "~/audit/history.server";
import { readForm } from "~/core/form/read";
import { SettingsForm, settingsDone } from "~/desk/settings/form";
import { saveSettings } from "~/desk/settings/settings.server";
import { SettingsView } from "~/desk/settings/view";
import { readShop } from "~/shop/shop.server";
import { pageTitle } from "~/ui/page-meta";
import { useActionData, useLoaderData } from "~/ui/route-data";

export const meta = pageTitle("Settings");

export const loader = staffLoader("settings.read", async ({ request }) => {
  const [{ taxMode, refundDays, timeZone }, history] = await Promise.all([readShop(), readHistory("shop:settings")]);
  const done = settingsDone(new URL(request.url).searchParams.get("done"));
  return { settings: { taxMode, refundDays }, timeZone, history, done };
});

export const action = staffAction("settings.save", async ({ request, actor }) => {
  const submission = parseWithZod(await readForm(request), { schema: SettingsForm });
  if (submission.status !== "success") return json({ reply: submission.reply(), isStale: false }, { status: 400 });
  const changed = await saveSettings(submission.value, actor);
  if (changed.ok) return redirect(href("staffSettings", { done: changed.value }), 303);
  return json({ reply: submission.reply({ formErrors: [""] }), isStale: true }, { status: 409 });
});

export default function StaffSettings() {
  const answer = useActionData<typeof action>();
  return <SettingsView {...useLoaderData<typeof loader>()} reply={answer?.reply} isStale={answer?.isStale ?? false} />;
}
