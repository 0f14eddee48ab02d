import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EnrolmentList } from "~/learning/enrolment-list";
import { enrolmentsOfOrder } from "~/learning/enrolments.server";
import { requireOrderLink } from "~/orders/links.server";
import { OrderPage } from "~/orders/order-page";
import { viewOrder } from "~/orders/order-view";
import { readOrder } from "~/orders/read-order.server";
import { now } from "~/platform/clock.server";
import { readBuyersShipments } from "~/shipping/shipments.server";
import { readShop } from "~/shop/shop.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.order.number ? `Order ${data.order.number}` : "Your order" },
  { name: "robots", content: "noindex" },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const orderId = requireOrderLink(params);
  const [order, { timeZone }] = await Promise.all([readOrder(orderId), readShop()]);
  if (!order) throw new Response("This order is no longer here.", { status: 404 });
  return {
    order: viewOrder(order, timeZone, now()),
    leftPayment: new URL(request.url).searchParams.get("left") === "payment",
    mail: order.state === "paid" ? await readBuyersShipments(orderId, timeZone) : undefined,
    enrolments: order.state === "paid" ? await enrolmentsOfOrder(orderId) : [],
  };
}

export default function Order() {
  const { order, leftPayment, mail, enrolments } = useLoaderData<typeof loader>();
  return (
    <OrderPage order={order} leftPayment={leftPayment} mail={mail}>
      {enrolments.length > 0 ? <EnrolmentList enrolments={enrolments} /> : null}
    </OrderPage>
  );
}
