import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EnrollmentList } from "~/learning/enrollment/list";
import { enrollmentsOfOrder } from "~/learning/enrollment/read.server";
import { orderPath, requireOrderLink } from "~/orders/links.server";
import { viewOrder } from "~/orders/page/data";
import { OrderPage } from "~/orders/page/view";
import { readOrder } from "~/orders/read-order.server";
import { now } from "~/platform/clock.server";
import { BuyerRefundsPanel } from "~/refunds/buyer/panel";
import { readBuyerRefunds } from "~/refunds/buyer/refunds.server";
import { readBuyersShipments } from "~/shipping/parcels/shipments.server";
import { readShop } from "~/shop/shop.server";
import { pageTitle } from "~/ui/page-meta";

export const meta = pageTitle<typeof loader>((data) =>
  data?.order.number ? `Order ${data.order.number}` : "Your order",
);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const orderId = await requireOrderLink(params);
  const [order, { timeZone }] = await Promise.all([readOrder(orderId), readShop()]);
  if (!order) throw new Response("We couldn’t find this order.", { status: 404 });
  const isSold = order.number !== null;
  return {
    order: viewOrder(order, timeZone, now()),
    paths: { receipt: orderPath(orderId, "orderReceipt"), refund: orderPath(orderId, "orderRefund") },
    refunds: isSold ? await readBuyerRefunds(orderId) : undefined,
    leftPayment: new URL(request.url).searchParams.get("left") === "payment",
    mail: isSold ? await readBuyersShipments(orderId, timeZone) : undefined,
    enrollments: isSold ? await enrollmentsOfOrder(orderId) : [],
  };
}

export default function Order() {
  const { order, leftPayment, mail, paths, refunds, enrollments } = useLoaderData<typeof loader>();
  return (
    <OrderPage order={order} leftPayment={leftPayment} mail={mail} receiptPath={refunds ? paths.receipt : undefined}>
      {enrollments.length > 0 ? <EnrollmentList title="Your courses" enrollments={enrollments} /> : null}
      {refunds ? <BuyerRefundsPanel data={refunds} askPath={paths.refund} /> : null}
    </OrderPage>
  );
}
