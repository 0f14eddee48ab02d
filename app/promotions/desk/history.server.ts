import { readHistory } from "~/audit/history.server";
import { readTitles } from "~/catalog/read/titles.server";
import type { PromotionId } from "~/core/ids";
import { describeCombination, describeTerms } from "../kinds/describe-terms";
import { Terms } from "../kinds/kinds";

/** The latest audit entries of one promotion, newest first, with its terms as text. */
export async function readPromotionHistory(promotionId: PromotionId) {
  return describeAudited(await readHistory(`promotion:${promotionId}`));
}

/** Puts terms into words, because they can't be compared as stored. */
export async function describeAudited<Entry extends { before: unknown; after: unknown }>(
  entries: Entry[],
): Promise<Entry[]> {
  const titleOf = await readTitles();
  const describe = (value: unknown) => {
    if (typeof value !== "object" || value === null || !("terms" in value)) return value;
    const terms = Terms.safeParse(value.terms);
    if (!terms.success) return value;
    // Every course is named, so a replacement in a long list is visible.
    const text = describeTerms(terms.data, titleOf, Number.POSITIVE_INFINITY);
    return { ...value, terms: text, combination: describeCombination(terms.data) };
  };
  return entries.map((entry) => ({ ...entry, before: describe(entry.before), after: describe(entry.after) }));
}
