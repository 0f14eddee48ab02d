import { linkedLearningPages } from "~/learning/enrollment/links.server";
import { linkedOrderPages } from "~/orders/links.server";
import { db } from "~/platform/db/client.server";

/** The pages of an order by a link that a letter of now would have. */
export async function orderLink(id: string) {
  return linkedOrderPages(await db().order.findUniqueOrThrow({ where: { id } }));
}

/** The same of an enrollment. */
export async function learningLink(id: string) {
  return linkedLearningPages(await db().enrollment.findUniqueOrThrow({ where: { id } }));
}
