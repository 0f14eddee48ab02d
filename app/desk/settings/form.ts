import { z } from "zod";
import { lookUp } from "~/core/look-up";

const taxMode = z.enum(["none", "stripe"], { error: "Choose how sales tax is handled." });
const days = z
  .string({ error: "Enter a number of days." })
  .trim()
  .regex(/^\d{1,3}$/, "Enter a whole number, like 30.")
  .transform(Number)
  .refine((count) => count <= 365, "Use at most 365 days.");

/** The shop-wide settings, with the values the form was opened with, so a stale form is noticed. */
export const SettingsForm = z.object({ taxMode, refundDays: days, taxModeBefore: taxMode, refundDaysBefore: days });
export type SettingsForm = z.infer<typeof SettingsForm>;

const words = {
  saved: "Saved. Applies to every new checkout.",
  unchanged: "No changes to save.",
};

/** The message for `done` in the URL. */
export function settingsDone(done: string | null): string | undefined {
  return lookUp(words, done);
}
