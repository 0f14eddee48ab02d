import type { OrderId } from "~/core/ids";
import type { Queries } from "~/platform/db/client.server";
import { queueMail } from "~/platform/outbox.server";

type Facts = { orderId: OrderId; courseTitle: string; at: Date };

/** EDUCATION 9, 15: an unconfirmed address can't be refused without telling a stranger who is certified, so staff decide. */
export async function alertOfSecond(tx: Queries, { orderId, courseTitle, at }: Facts): Promise<void> {
  const what = `A second certificate for “${courseTitle}” was issued under the same e-mail address. At least one of the two learners has not confirmed it. Find out whether they are the same person.`;
  await queueMail(tx, { kind: "staff-alert", payload: { orderId, what }, orderId, at });
}
