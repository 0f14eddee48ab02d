import { writeAudit } from "~/audit/audit.server";
import { now } from "~/platform/clock.server";
import { transaction } from "~/platform/db/transaction.server";
import { formatWeight } from "./weight";

type Change = {
  /** Grams as the editor saw them. */
  from: number;
  to: number;
  /** The staff member's e-mail. */
  actor: string;
};

/** Changes what a parcel weighs before anything is in it. False where somebody else changed it in between. */
export async function changePackaging({ from, to, actor }: Change): Promise<boolean> {
  return transaction(async (tx) => {
    const { count } = await tx.shop.updateMany({
      where: { id: 1, packagingGrams: from },
      data: { packagingGrams: to, catalogRevision: { increment: 1 } },
    });
    if (count === 0) return false;
    if (from !== to)
      await writeAudit(tx, {
        actor,
        action: "packaging.changed",
        subject: "shop:packaging",
        before: { weight: formatWeight(from) },
        after: { weight: formatWeight(to) },
        at: now(),
      });
    return true;
  });
}
