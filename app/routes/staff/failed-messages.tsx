import { json, redirect } from "@remix-run/node";
import { staffAction, staffLoader } from "~/accounts/staff-route.server";
import { href } from "~/addresses/href";
import { readForm } from "~/core/form/read";
import { actOnMessage } from "~/desk/failed-messages/act.server";
import { messageDoneText } from "~/desk/failed-messages/done";
import { readFailedMessages } from "~/desk/failed-messages/failed-messages.server";
import { FailedMessagesView } from "~/desk/failed-messages/view";
import { pageTitle } from "~/ui/page-meta";
import { useActionData, useLoaderData } from "~/ui/route-data";

export const meta = pageTitle("Failed messages");

export const loader = staffLoader("mail.read", async ({ request }) => {
  return { messages: await readFailedMessages(), done: messageDoneText(new URL(request.url).searchParams.get("done")) };
});

export const action = staffAction("mail.resend", async ({ request, actor }) => {
  const acted = await actOnMessage(await readForm(request), actor);
  if (!acted.ok) return json({ refusal: acted.problem }, { status: 400 });
  return redirect(href("staffFailedMessages", { done: acted.value }), 303);
});

export default function StaffFailedMessages() {
  return <FailedMessagesView {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
