import { z } from "zod";
import { wordsFor } from "~/core/words-for";

const taxMode = z.enum(["none", "stripe"], { error: "Choose who computes the tax." });
const days = z
  .string({ error: "Enter how many days." })
  .trim()
  .regex(/^\d{1,3}$/, "Enter a whole number, like 30.")
  .transform(Number)
  .refine((count) => count <= 365, "Use at most 365 days.");

/** What staff can set for the whole shop, and how it was when the form was opened: two who change it at once are told. */
export const SettingsForm = z.object({ taxMode, refundDays: days, taxModeBefore: taxMode, refundDaysBefore: days });
export type SettingsForm = z.infer<typeof SettingsForm>;

const words = {
  saved: "Saved. It holds for every checkout from now on.",
  unchanged: "Nothing was different, so nothing was changed.",
};

/** What a save did, as the page's address says it. */
export function settingsDone(done: string | null): string | undefined {
  return wordsFor(words, done);
}
