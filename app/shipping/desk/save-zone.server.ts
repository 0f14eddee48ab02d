import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { readHistory } from "~/audit/history.server";
import type { ShippingZoneId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import { readShop } from "~/shop/shop.server";
import { changePackaging } from "../packaging.server";
import { createZone, editZone, type ZoneRefusal } from "../save-zone.server";
import { formatWeight } from "../weight";
import { type ZoneWords, zoneWords } from "../zone-words";
import { PackagingForm, ShippingZoneForm, zoneFieldOf } from "./zone-form";

/** What the form shows after it was not saved; what was typed stays in it. */
export type ZoneAnswer = {
  reply: SubmissionResult;
  /** Present where somebody else saved first: the revision to save over, and what stands there now. */
  conflict?: { revision: number; by?: string; at?: Date; saved: ZoneWords; typed: ZoneWords };
};
export type Refusal = { status: 400 | 409; answer: ZoneAnswer };

/** Reads the form of a zone (a new one without `zoneId`), saves it and answers what was done. */
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
    if (!current) throw new Response("Somebody else has deleted this zone in the meantime.", { status: 404 });
    const [entry] = await readHistory(`shipping-zone:${current.id}`);
    const [saved, typed] = [zoneWords(current), zoneWords(values)];
    const conflict = { revision: current.revision, by: entry?.actor, at: entry?.at, saved, typed };
    return { status: 409, answer: { reply: submission.reply({ formErrors: [""] }), conflict } };
  };
  if (zoneId === undefined) {
    if (!id) throw new Response("Open the form again: it has lost its number.", { status: 400 });
    const created = await createZone(values, { actor, id });
    return created.ok ? ok("created") : failed(await refused(created.problem));
  }
  const saved = await editZone({ zoneId, revision, values, actor });
  return saved.ok ? ok(saved.value ? "saved" : "unchanged") : failed(await refused(saved.problem));
}

/** Reads the form of the packaging's weight and saves it. */
export async function savePackaging(form: FormData, actor: string): Promise<Result<undefined, SubmissionResult>> {
  const submission = parseWithZod(form, { schema: PackagingForm });
  if (submission.status !== "success") return failed(submission.reply());
  const { from, packaging: to } = submission.value;
  if (await changePackaging({ from, to, actor })) return ok(undefined);
  const { packagingGrams } = await readShop();
  const message = `Somebody else set it to ${formatWeight(packagingGrams)} in the meantime. Save again to replace that.`;
  return failed(submission.reply({ fieldErrors: { packaging: [message] } }));
}
