import { formatDay } from "~/core/dates";
import type { Listing, ListingSection, SpecificationNote } from "./listing";
import { type Purpose, purposeNames } from "./purpose";

/** What a listing says about itself on screen and on paper. */
export const planningAid =
  "Totals cover the entire list and are for planning only: no one needs every course. The American Registry of Radiologic Technologists (ARRT) decides what counts.";

/** R.R.A. courses are listed once: without categories, both purposes look the same. */
export function hasCategories({ sections }: Listing): boolean {
  return sections.some(({ version }) => version !== null);
}

export function listingTitle(listing: Listing): string {
  const { discipline, purpose } = listing;
  return `${discipline.name}: ${hasCategories(listing) ? `courses for ${purposeNames[purpose]}` : "approved courses"}`;
}

export function purposeRule(purpose: Purpose, { version, columns }: ListingSection): string {
  if (!version)
    return "This discipline’s content categories are not confirmed, so its courses are listed by credits and by category A or A+, without content categories.";
  if (purpose === "cqr")
    return "CQR prescribes credits by subcategory. Credits in one subcategory never count toward another, even within the same content category.";
  return `Structured education requires 16 credits in the discipline, at least 1 in each of its ${columns.length} content categories, completed within the 24 months before you apply.`;
}

export function versionTitle({ standing, effectiveFrom, lastDay }: SpecificationNote): string {
  const from = formatDay(effectiveFrom);
  switch (standing) {
    case "in-force":
      return `Content specification in force since ${from}`;
    case "coming":
      return `Content specification starting ${from}`;
    case "former":
      return `Earlier content specification, ${from} to ${lastDay ? formatDay(lastDay) : "today"}`;
  }
}

/** What a reader must know before relying on a section; undefined if there is nothing to add. */
export function versionNote({ standing, lastDay, confirmed }: SpecificationNote): string | undefined {
  const remarks = [
    standing === "in-force" && lastDay ? `This version ends on ${formatDay(lastDay)}; another version follows.` : "",
    standing === "coming" ? "These courses follow a version that is not in force yet." : "",
    standing === "former"
      ? "These courses were approved under an earlier version. Ask ARRT which version applies to you before you rely on them; they are never added to the list above."
      : "",
    confirmed ? "" : "This version’s categories are not confirmed yet.",
  ].filter(Boolean);
  return remarks.length > 0 ? remarks.join(" ") : undefined;
}
