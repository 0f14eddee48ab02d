import { redirect } from "@remix-run/node";
import { queryOf } from "~/core/list-query";
import { db } from "~/platform/db/client.server";
import { readShop } from "~/shop/shop.server";
import { listedOrder, listOrder } from "../orders/list.server";
import { findPayment } from "./find.server";
import { FindPaymentForm } from "./form";

/** The page's data for what its address asks. Throws a redirect to the order where the payment is of one. */
export async function readFindPaymentPage(request: Request) {
  const { id = "", last4 = "", amount = "", day = "" } = queryOf(request);
  const asked = { id, last4, amount, day };
  const { timeZone } = await readShop();
  const page = { asked, errors: {}, outcome: undefined, orders: [], timeZone };
  if (Object.values(asked).every((value) => value === "")) return page;
  const read = FindPaymentForm.safeParse(asked);
  if (!read.success) return { ...page, errors: read.error.flatten().fieldErrors };
  const found = await findPayment(read.data);
  if (!found.ok) return { ...page, outcome: found.problem };
  if (found.value.kind !== "orders") return { ...page, outcome: found.value.kind };
  const { orderIds } = found.value;
  if (orderIds.length === 1) throw redirect(`/staff/orders/${orderIds[0]}?done=found`, 303);
  const orders = await db().order.findMany({ where: { id: { in: orderIds } }, select: listedOrder });
  return { ...page, orders: orders.map(listOrder) };
}
