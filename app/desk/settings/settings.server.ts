import { writeAudit } from "~/audit/audit.server";
import { failed, ok, type Result } from "~/core/result";
import { now } from "~/platform/clock.server";
import { transaction } from "~/platform/db/transaction.server";
import type { SettingsForm } from "./form";

/** Changes the shop's settings, with an audit row; answers whether anything was different. The problem: somebody else has
 *  changed them since the form was opened. */
export async function changeSettings(
  { taxMode, refundDays, taxModeBefore, refundDaysBefore }: SettingsForm,
  actor: string,
): Promise<Result<"saved" | "unchanged", "changed-meanwhile">> {
  const before = { taxMode: taxModeBefore, refundDays: refundDaysBefore };
  const after = { taxMode, refundDays };
  const isSame = taxMode === taxModeBefore && refundDays === refundDaysBefore;
  return transaction(async (tx) => {
    const { count } = await tx.shop.updateMany({ where: { id: 1, ...before }, data: after });
    if (count === 0) return failed("changed-meanwhile");
    if (isSame) return ok("unchanged");
    await writeAudit(tx, {
      actor,
      action: "shop.settings-changed",
      subject: "shop:settings",
      before,
      after,
      at: now(),
    });
    return ok("saved");
  });
}
