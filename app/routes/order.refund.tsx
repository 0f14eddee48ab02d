import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readForm, visitorForm } from "~/core/form/read";
import { openOrder } from "~/customers/open.server";
import { sendMailSoon } from "~/mail/deliver/deliver.server";
import { readBuyerRefunds } from "~/refunds/buyer/refunds.server";
import { RefundRequestPage } from "~/refunds/buyer/request-page";
import { RefundRequestForm } from "~/refunds/request/form";
import { submitRefundRequest } from "~/refunds/request/requests.server";
import { pageTitle } from "~/ui/page-meta";
import { useActionData, useLoaderData } from "~/ui/route-data";

export const meta = pageTitle("Request a refund");

export async function loader(args: LoaderFunctionArgs) {
  const { orderId, pages } = await openOrder(args);
  return { refunds: await readBuyerRefunds(orderId), orderPath: pages.order() };
}

export async function action(args: ActionFunctionArgs) {
  const { orderId, pages } = await openOrder(args);
  // A box for each unit of the order.
  const form = await readForm(args.request, { ...visitorForm, fields: 2000 });
  const submission = parseWithZod(form, { schema: RefundRequestForm });
  if (submission.status !== "success") return json({ reply: submission.reply() }, { status: 400 });
  const asked = await submitRefundRequest({ orderId, ...submission.value });
  if (!asked.ok) {
    const message =
      asked.problem.kind === "already-open"
        ? "Another request for this order is waiting for our answer."
        : "At least one of these can no longer be refunded. Check what’s left and send the request again.";
    return json({ reply: submission.reply({ formErrors: [message] }) }, { status: 409 });
  }
  sendMailSoon();
  return redirect(`${pages.order()}#refunds`, 303);
}

export default function OrderRefund() {
  const { refunds, orderPath } = useLoaderData<typeof loader>();
  return <RefundRequestPage data={refunds} orderPath={orderPath} reply={useActionData<typeof action>()?.reply} />;
}
