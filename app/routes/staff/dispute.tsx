import { parseWithZod } from "@conform-to/zod/v4";
import { json, redirect } from "@remix-run/node";
import { staffAction, staffLoader } from "~/accounts/staff-route.server";
import { href } from "~/addresses/href";
import { readForm } from "~/core/form/read";
import { DisputeId } from "~/core/ids";
import { readDisputePage } from "~/disputes/desk/disputes.server";
import { DisputeForm } from "~/disputes/desk/form";
import { DisputeView } from "~/disputes/desk/view";
import { sendEvidence } from "~/disputes/send-evidence.server";
import { sendDoneText, sendProblemText } from "~/disputes/send-text";
import { pageTitle } from "~/ui/page-meta";
import { useActionData, useLoaderData } from "~/ui/route-data";

export const meta = pageTitle("Dispute");

export const loader = staffLoader("disputes.read", async ({ request, params: { dispute = "" } }) => {
  const page = await readDisputePage(DisputeId.parse(dispute));
  return { page, done: sendDoneText(new URL(request.url).searchParams.get("done")) };
});

export const action = staffAction("disputes.answer", async ({ request, params: { dispute = "" }, actor: by }) => {
  const submission = parseWithZod(await readForm(request), { schema: DisputeForm });
  if (submission.status !== "success") return json({ reply: submission.reply(), check: undefined }, { status: 400 });
  const { step, note } = submission.value;
  if (step === "check") return { reply: undefined, check: note };
  const sent = await sendEvidence({ disputeId: DisputeId.parse(dispute), note, submit: step === "submit", by });
  if (sent.ok) return redirect(href("staffDispute", { dispute }, { done: step }), 303);
  const message = sendProblemText(sent.problem);
  return json({ reply: submission.reply({ formErrors: [message] }), check: undefined }, { status: 409 });
});

export default function StaffDispute() {
  const { page, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <DisputeView data={page} done={done} reply={answer?.reply} check={answer?.check} />;
}
