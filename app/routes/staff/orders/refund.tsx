import { parseWithZod } from "@conform-to/zod/v4";
import { json, redirect } from "@remix-run/node";
import { staffAction, staffLoader } from "~/accounts/staff-route.server";
import { href } from "~/addresses/href";
import { longForm, readForm } from "~/core/form/read";
import { OrderId, RefundRequestId } from "~/core/ids";
import { readDisputesOf } from "~/disputes/desk/disputes.server";
import { DisputePanel } from "~/disputes/desk/panel";
import { refundDoneText } from "~/refunds/desk/done";
import { RefundForm } from "~/refunds/desk/form";
import { readRefundPage } from "~/refunds/desk/page.server";
import { changeAccessFromForm, confirmRefundForm, reviewRefundForm } from "~/refunds/desk/review.server";
import { RefundView } from "~/refunds/desk/view";
import { refundProblemText } from "~/refunds/issue/problem";
import { orderNumber } from "~/shop/order-name";
import { pageTitle } from "~/ui/page-meta";
import { useActionData, useLoaderData } from "~/ui/route-data";

export const meta = pageTitle<typeof loader>((data) => `Refund order ${orderNumber(data?.page.order.number ?? null)}`);

export const loader = staffLoader("refunds.read", async ({ request, params: { order = "" } }) => {
  const query = new URL(request.url).searchParams;
  const orderId = OrderId.parse(order);
  const [page, disputes] = await Promise.all([
    readRefundPage(orderId, RefundRequestId.optional().parse(query.get("request") ?? undefined)),
    readDisputesOf(orderId),
  ]);
  return { page, disputes, done: refundDoneText(query.get("done"), page) };
});

export const action = staffAction("refunds.make", async ({ request, params: { order = "" }, actor: by }) => {
  const form = await readForm(request, longForm);
  const afterwards = (done: string) => redirect(href("staffOrderRefund", { order }, { done }), 303);
  const requestId = RefundRequestId.optional().parse(new URL(request.url).searchParams.get("request") ?? undefined);
  if (await changeAccessFromForm(form, OrderId.parse(order), by)) return afterwards("access");
  const submission = parseWithZod(form, { schema: RefundForm });
  if (submission.status !== "success") return json({ reply: submission.reply(), review: undefined }, { status: 400 });
  const choice = submission.value;
  const answer = (message: string) =>
    json({ reply: submission.reply({ formErrors: [message] }), review: undefined }, { status: 409 });
  if (choice.step === "change") return { reply: submission.reply(), review: undefined };
  if (choice.step === "confirm") {
    const asked = await confirmRefundForm(OrderId.parse(order), choice, by, requestId);
    return asked.ok ? afterwards(asked.value.refundId) : answer(refundProblemText(asked.problem));
  }
  const reviewed = await reviewRefundForm(OrderId.parse(order), choice);
  if (!reviewed.ok) return answer(refundProblemText(reviewed.problem));
  return { reply: undefined, review: reviewed.value };
});

export default function StaffOrderRefund() {
  const { page, disputes, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <RefundView data={page} done={done} reply={answer?.reply} review={answer?.review}>
      {disputes.length > 0 ? (
        <DisputePanel orderId={page.order.id} disputes={disputes} timeZone={page.timeZone} />
      ) : null}
    </RefundView>
  );
}
