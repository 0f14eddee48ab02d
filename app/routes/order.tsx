import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { tooManyAttempts } from "~/accounts/too-many-attempts";
import { readForm } from "~/core/form/read";
import { NewLinksPanel } from "~/customers/new-links-panel";
import { openOrder } from "~/customers/open.server";
import { entryOf } from "~/learning/enrollment/entry";
import { EnrollmentList } from "~/learning/enrollment/list";
import { enrollmentsOfOrder } from "~/learning/enrollment/read.server";
import { sendMailSoon } from "~/mail/deliver/deliver.server";
import { NewLinksForm, sendNewLinks, waitForNewLinks } from "~/mail/resend/new-links.server";
import { viewOrder } from "~/orders/page/data";
import { OrderPage } from "~/orders/page/view";
import { readOrder } from "~/orders/read-order.server";
import { now } from "~/platform/clock.server";
import { BuyerRefundsPanel } from "~/refunds/buyer/panel";
import { readBuyerRefunds } from "~/refunds/buyer/refunds.server";
import { readBuyersShipments } from "~/shipping/parcels/shipments.server";
import { readShop } from "~/shop/shop.server";
import { pageTitle } from "~/ui/page-meta";
import { useActionData, useLoaderData } from "~/ui/route-data";

export const meta = pageTitle<typeof loader>((data) =>
  data?.order.number ? `Order ${data.order.number}` : "Your order",
);

/** When to try again. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { orderId, pages, linkEndsAt, coursePages } = await openOrder(args);
  const [order, { timeZone }] = await Promise.all([readOrder(orderId), readShop()]);
  if (!order) throw new Response("We couldn’t find this order.", { status: 404 });
  const isSold = order.number !== null;
  const query = new URL(args.request.url).searchParams;
  const units = isSold ? await enrollmentsOfOrder(orderId) : [];
  return {
    order: viewOrder(order, timeZone, now(), linkEndsAt),
    paths: { receipt: pages.receipt(), refund: pages.refund() },
    refunds: isSold ? await readBuyerRefunds(orderId) : undefined,
    leftPayment: query.get("left") === "payment",
    mail: isSold ? await readBuyersShipments(orderId, timeZone) : undefined,
    enrollments: units.map((unit) => entryOf(unit, coursePages(unit))),
    newLinks:
      isSold && !linkEndsAt ? { version: order.linkVersion, isDone: query.get("done") === "links-sent" } : undefined,
  };
}

/** *Send new links*, only from the account: whoever has just a link could lock the buyer's learners out. */
export async function action(args: ActionFunctionArgs) {
  const { orderId, pages, customer } = await openOrder(args);
  if (customer === undefined) throw new Response("Sign in to send new links.", { status: 405 });
  const submission = parseWithZod(await readForm(args.request), { schema: NewLinksForm });
  if (submission.status !== "success") return json({ problem: "Reload the page and try again." }, { status: 400 });
  const seconds = await waitForNewLinks(orderId);
  if (seconds > 0)
    return json({ problem: tooManyAttempts(seconds) }, { status: 429, headers: { "Retry-After": String(seconds) } });
  const sent = await sendNewLinks(orderId, submission.value, customer);
  if (!sent.ok) return json({ problem: "This order isn’t paid, so there are no links to send." }, { status: 409 });
  sendMailSoon();
  return redirect(pages.order({ done: "links-sent" }), 303);
}

export default function Order() {
  const { order, leftPayment, mail, paths, refunds, enrollments, newLinks } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  return (
    <OrderPage order={order} leftPayment={leftPayment} mail={mail} receiptPath={refunds ? paths.receipt : undefined}>
      {enrollments.length > 0 ? <EnrollmentList title="Your courses" enrollments={enrollments} /> : null}
      {refunds ? <BuyerRefundsPanel data={refunds} askPath={paths.refund} /> : null}
      {newLinks ? <NewLinksPanel {...newLinks} problem={problem} /> : null}
    </OrderPage>
  );
}
