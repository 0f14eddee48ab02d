import { writeAudit } from "~/audit/audit.server";
import { customerKeyOf, Email } from "~/core/email";
import type { CustomerKey } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { readShop } from "~/shop/shop.server";
import { exportResponse } from "../json-download.server";
import { addressesOf, readObstacles } from "../person.server";

/** What the desk's page shows for the address in its URL. */
export async function readPrivacyPage(request: Request) {
  const query = new URL(request.url).searchParams;
  const typed = query.get("email") ?? "";
  const done = (["erased", "started"] as const).find((result) => result === query.get("done"));
  const { timeZone } = await readShop();
  const page = { typed, errors: undefined, found: undefined, timeZone, done };
  if (typed === "") return page;
  const read = Email.safeParse(typed);
  if (!read.success) return { ...page, errors: read.error.issues.map(({ message }) => message) };
  return { ...page, found: await readFound(customerKeyOf(read.data)) };
}

async function readFound(customerKey: CustomerKey) {
  const recipient = { in: await addressesOf(customerKey) };
  const [account, orders, courses, certificates, letters, obstacles] = await Promise.all([
    db().customer.count({ where: { customerKey } }),
    db().order.count({ where: { customerKey } }),
    db().enrollment.count({ where: { participantKey: customerKey } }),
    db().certificate.count({ where: { enrollment: { participantKey: customerKey } } }),
    db().outboxMessage.count({ where: { recipient } }),
    readObstacles(customerKey),
  ]);
  return { email: customerKey, counts: { account, orders, courses, certificates, letters }, obstacles };
}

/** The person's data for staff; that it left the shop is audited, without saying whose it is. */
export async function exportForStaff(email: string, actor: string): Promise<Response> {
  const at = await databaseNow(db());
  await writeAudit(db(), { actor, action: "privacy.exported", subject: "customer:by-address", at });
  return exportResponse(customerKeyOf(email));
}
