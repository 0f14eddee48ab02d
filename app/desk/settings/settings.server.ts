import { writeAudit } from "~/audit/audit.server";
import { failed, ok, type Result } from "~/core/result";
import { now } from "~/platform/clock.server";
import { transaction } from "~/platform/db/transaction.server";
import type { SettingsForm } from "./form";

/** Saves the shop's settings with an audit row and returns whether anything changed. "stale": someone else has changed them since the
 *  form was opened. */
export async function saveSettings(
  { taxMode, refundDays, taxModeBefore, refundDaysBefore }: SettingsForm,
  actor: string,
): Promise<Result<"saved" | "unchanged", "stale">> {
  const before = { taxMode: taxModeBefore, refundDays: refundDaysBefore };
  const after = { taxMode, refundDays };
  const isSame = taxMode === taxModeBefore && refundDays === refundDaysBefore;
  return transaction(async (tx) => {
    const { count } = await tx.shop.updateMany({ where: { id: 1, ...before }, data: after });
    if (count === 0) return failed("stale");
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
