import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { readHistory } from "~/audit/history.server";
import type { ShippingZoneId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import { readShop } from "~/shop/shop.server";
import { savePackagingGrams } from "../packaging.server";
import { createZone, saveZone, type ZoneRefusal } from "../save-zone.server";
import { formatWeight } from "../weight";
import { type ZoneText, zoneText } from "../zone-text";
import { PackagingForm, ShippingZoneForm, zoneFieldOf } from "./zone-form";

/** What the form shows when it wasn't saved; it keeps what was typed. */
export type ZoneAnswer = {
  reply: SubmissionResult;
  /** Present if someone else saved first: the revision to replace, and both versions. */
  conflict?: { revision: number; by?: string; at?: string; saved: ZoneText; typed: ZoneText };
};
export type Refusal = { status: 400 | 409; answer: ZoneAnswer };

/** Saves a zone from its form (a new one without `zoneId`) and returns what was done. */
export async function saveZoneForm(
  form: FormData,
  { zoneId, actor }: { zoneId?: ShippingZoneId; actor: string },
): Promise<Result<"created" | "saved" | "unchanged", Refusal>> {
  const submission = parseWithZod(form, { schema: ShippingZoneForm });
  if (submission.status !== "success") return failed({ status: 400, answer: { reply: submission.reply() } });
  const { id, revision = 0, values, rows } = submission.value;
  const refused = async (refusal: ZoneRefusal): Promise<Refusal> => {
    if (refusal.kind === "refused") {
      const fieldErrors: Record<string, string[]> = {};
      for (const one of refusal.problems) fieldErrors[zoneFieldOf(one, rows)] = [one.message];
      return { status: 400, answer: { reply: submission.reply({ fieldErrors }) } };
    }
    const { current } = refusal;
    if (!current) throw new Response("Someone else has deleted this zone.", { status: 404 });
    const [entry] = await readHistory(`shipping-zone:${current.id}`);
    const [saved, typed] = [zoneText(current), zoneText(values)];
    const conflict = { revision: current.revision, by: entry?.actor, at: entry?.at.toISOString(), saved, typed };
    return { status: 409, answer: { reply: submission.reply({ formErrors: [""] }), conflict } };
  };
  if (zoneId === undefined) {
    if (!id) throw new Response("This form is out of date. Open it again.", { status: 400 });
    const created = await createZone(values, { actor, id });
    return created.ok ? ok("created") : failed(await refused(created.problem));
  }
  const saved = await saveZone({ zoneId, revision, values, actor });
  return saved.ok ? ok(saved.value ? "saved" : "unchanged") : failed(await refused(saved.problem));
}

/** Saves the packaging weight from its form. */
export async function savePackaging(form: FormData, actor: string): Promise<Result<undefined, SubmissionResult>> {
  const submission = parseWithZod(form, { schema: PackagingForm });
  if (submission.status !== "success") return failed(submission.reply());
  const { from, packaging: to } = submission.value;
  if (await savePackagingGrams({ from, to, actor })) return ok(undefined);
  const { packagingGrams } = await readShop();
  const message = `Someone else has changed it to ${formatWeight(packagingGrams)}. Save again to replace that.`;
  return failed(submission.reply({ fieldErrors: { packaging: [message] } }));
}
