import { type Credits, credits, sumCredits } from "~/core/credits";

export type Prescribed = { subcategory: string; prescribed: Credits; completed: Credits };

/** EDUCATION 5: what is still open in each subcategory; an excess in one never fills another. */
export function stillOpen(lines: Prescribed[]): { open: Credits[]; total: Credits } {
  const open = lines.map(({ prescribed, completed }) => credits(Math.max(0, prescribed - completed)));
  return { open, total: sumCredits(open) };
}
