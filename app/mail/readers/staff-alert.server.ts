import type { OrderId } from "~/core/ids";
import { ok } from "~/core/result";
import { db } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";
import { readShop } from "~/shop/shop.server";
import { staffAlertLetter } from "../letters/staff-alert";
import type { Read } from "./addressed";

/** An alert is sent whatever became of its order: it is staff's to judge. */
export async function readStaffAlert({ orderId, what }: { orderId?: OrderId; what: string }): Read {
  const shop = await readShop();
  const order = orderId ? await db().order.findUnique({ where: { id: orderId }, select: { number: true } }) : null;
  const letter = staffAlertLetter({
    what,
    order: order ? { number: order.number, url: `${env().SHOP_URL}/staff/orders/${orderId}` } : undefined,
  });
  return ok({ to: { name: shop.name, address: shop.email }, letter });
}
