import { redirect } from "@remix-run/node";
import { href } from "~/addresses/href";
import { queryOf } from "~/core/list-query";
import { db } from "~/platform/db/client.server";
import { readShop } from "~/shop/shop.server";
import { listedOrder, listOrder } from "../orders/list.server";
import { findPayment } from "./find.server";
import { FindPaymentForm } from "./form";

/** The page's data for the query in its URL. Throws a redirect to the order if exactly one matches. */
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
  const [order, ...others] = orderIds;
  if (order && others.length === 0) throw redirect(href("staffOrder", { order }, { done: "found" }), 303);
  const orders = await db().order.findMany({ where: { id: { in: orderIds } }, select: listedOrder });
  return { ...page, orders: orders.map(listOrder) };
}
