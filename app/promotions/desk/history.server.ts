import { readHistory } from "~/audit/history.server";
import { readTitles } from "~/catalog/read/titles.server";
import type { PromotionId } from "~/core/ids";
import { describeCompany } from "../describe-company";
import { describeTerms } from "../describe-terms";
import { Terms } from "../terms";

/** The latest audit entries of one promotion, newest first, with its terms in words. */
export async function readPromotionHistory(promotionId: PromotionId) {
  return withTerms(await readHistory(`promotion:${promotionId}`));
}

/** Promotions' terms in words; as they are stored nobody could compare them. */
export async function withTerms<Entry extends { before: unknown; after: unknown }>(entries: Entry[]): Promise<Entry[]> {
  const titleOf = await readTitles();
  const say = (value: unknown) => {
    if (typeof value !== "object" || value === null || !("terms" in value)) return value;
    const terms = Terms.safeParse(value.terms);
    if (!terms.success) return value;
    // Every course is named: one that took another's place in a long list must not stay hidden.
    const words = describeTerms(terms.data, titleOf, Number.POSITIVE_INFINITY);
    return { ...value, terms: words, company: describeCompany(terms.data) };
  };
  return entries.map((entry) => ({ ...entry, before: say(entry.before), after: say(entry.after) }));
}
