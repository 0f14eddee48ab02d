import { href } from "~/addresses/href";
import type { OrderId } from "~/core/ids";
import { ok } from "~/core/result";
import { db } from "~/platform/db/client.server";
import { shopUrl } from "~/platform/http/shop-url.server";
import { readShop } from "~/shop/shop.server";
import { staffAlertLetter } from "../letters/staff-alert";
import type { Read } from "./addressed";

/** An alert is sent whatever became of its order: it is staff's to judge. */
export async function readStaffAlert({ orderId, what }: { orderId?: OrderId; what: string }): Read {
  const shop = await readShop();
  const order = orderId
    ? await db().order.findUnique({ where: { id: orderId }, select: { id: true, number: true } })
    : null;
  const letter = staffAlertLetter({
    what,
    order: order ? { number: order.number, url: shopUrl(href("staffOrder", { order: order.id })) } : undefined,
  });
  return ok({ to: { name: shop.name, address: shop.email }, letter });
}
