import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/core/form/read";
import { sendMailSoon } from "~/mail/deliver/deliver.server";
import { orderPath, requireOrderLink } from "~/orders/links.server";
import { readBuyerRefunds } from "~/refunds/buyer/refunds.server";
import { RefundRequestPage } from "~/refunds/buyer/request-page";
import { RefundRequestForm } from "~/refunds/request/form";
import { submitRefundRequest } from "~/refunds/request/requests.server";
import { pageTitle } from "~/ui/page-meta";

export const meta = pageTitle("Request a refund");

export async function loader({ params }: LoaderFunctionArgs) {
  const orderId = await requireOrderLink(params);
  return { refunds: await readBuyerRefunds(orderId), orderPath: orderPath(orderId) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const orderId = await requireOrderLink(params);
  const submission = parseWithZod(await readForm(request), { schema: RefundRequestForm });
  if (submission.status !== "success") return data({ reply: submission.reply() }, { status: 400 });
  const asked = await submitRefundRequest({ orderId, ...submission.value });
  if (!asked.ok) {
    const message =
      asked.problem.kind === "already-open"
        ? "Another request for this order is waiting for our answer."
        : "At least one of these can no longer be refunded. Check what’s left and send the request again.";
    return data({ reply: submission.reply({ formErrors: [message] }) }, { status: 409 });
  }
  sendMailSoon();
  return redirect(`${orderPath(orderId)}#refunds`, 303);
}

export default function OrderRefund() {
  const { refunds, orderPath } = useLoaderData<typeof loader>();
  return <RefundRequestPage data={refunds} orderPath={orderPath} reply={useActionData<typeof action>()?.reply} />;
}
