import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { staffAction, staffLoader } from "~/accounts/staff-route.server";
import { href } from "~/addresses/href";
import { readForm } from "~/core/form/read";
import { actOnLetter } from "~/desk/dead-letters/act.server";
import { readDeadLetters } from "~/desk/dead-letters/dead-letters.server";
import { letterDoneWords } from "~/desk/dead-letters/done";
import { DeadLettersView } from "~/desk/dead-letters/view";
import { pageTitle } from "~/ui/page-meta";

export const meta = pageTitle("Dead letters");

export const loader = staffLoader("mail.read", async ({ request }) => {
  return { letters: await readDeadLetters(), done: letterDoneWords(new URL(request.url).searchParams.get("done")) };
});

export const action = staffAction("mail.resend", async ({ request, actor }) => {
  const acted = await actOnLetter(await readForm(request), actor);
  if (!acted.ok) return data({ refusal: acted.problem }, { status: 400 });
  return redirect(href("staffDeadLetters", { done: acted.value }), 303);
});

export default function StaffDeadLetters() {
  return <DeadLettersView {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
