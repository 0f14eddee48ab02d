import { type Credits, credits, sumCredits } from "~/core/credits";

export type Prescribed = { subcategory: string; prescribed: Credits; completed: Credits };

/** EDUCATION 5: credits still needed in each subcategory; extra ones never count toward another. */
export function creditsStillNeeded(lines: Prescribed[]): { open: Credits[]; total: Credits } {
  const open = lines.map(({ prescribed, completed }) => credits(Math.max(0, prescribed - completed)));
  return { open, total: sumCredits(open) };
}
