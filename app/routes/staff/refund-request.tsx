import { parseWithZod } from "@conform-to/zod/v4";
import { json, redirect } from "@remix-run/node";
import { staffAction, staffLoader } from "~/accounts/staff-route.server";
import { href } from "~/addresses/href";
import { readForm } from "~/core/form/read";
import { RefundRequestId } from "~/core/ids";
import { sendMailSoon } from "~/mail/deliver/deliver.server";
import { RefundRequestView } from "~/refunds/desk/request-view";
import { decideRequest, readRefundRequest } from "~/refunds/desk/requests.server";
import { DecisionForm } from "~/refunds/request/form";
import { pageTitle } from "~/ui/page-meta";
import { useActionData, useLoaderData } from "~/ui/route-data";

export const meta = pageTitle("Refund request");

export const loader = staffLoader("refunds.read", async ({ request, params: { request: id = "" } }) => {
  const isDone = new URL(request.url).searchParams.get("done") === "answered";
  return {
    page: await readRefundRequest(RefundRequestId.parse(id)),
    done: isDone ? "Answered. We’re e-mailing the buyer." : undefined,
  };
});

export const action = staffAction("refunds.decide", async ({ request, params: { request: id = "" }, actor: by }) => {
  const submission = parseWithZod(await readForm(request), { schema: DecisionForm });
  if (submission.status !== "success") return json({ reply: submission.reply() }, { status: 400 });
  const decided = await decideRequest(RefundRequestId.parse(id), submission.value, by);
  if (decided.ok) {
    sendMailSoon();
    return redirect(href("staffRefundRequest", { request: id }, { done: "answered" }), 303);
  }
  const message =
    decided.problem === "not-refunded"
      ? "Some of it hasn’t been refunded. Approve it through the refund form."
      : "Someone else has already answered it.";
  return json({ reply: submission.reply({ formErrors: [message] }) }, { status: 409 });
});

export default function StaffRefundRequest() {
  const { page, done } = useLoaderData<typeof loader>();
  return <RefundRequestView data={page} done={done} reply={useActionData<typeof action>()?.reply} />;
}
