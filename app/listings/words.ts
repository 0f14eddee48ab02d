import { formatDay } from "~/core/dates";
import type { Listing, ListingSection, SpecificationNote } from "./listing";
import { type Purpose, purposeNames } from "./purpose";

/** What a listing says about itself, on screen and on paper alike. */
export const planningAid =
  "Totals of the whole list are a planning aid, not a plan: nobody needs every course. The American Registry of Radiologic Technologists (ARRT) decides what counts.";

/** R.R.A. courses are listed once: without categories there is nothing to tell the two purposes apart. */
export function hasCategories({ sections }: Listing): boolean {
  return sections.some(({ version }) => version !== null);
}

export function listingTitle(listing: Listing): string {
  const { discipline, purpose } = listing;
  return `${discipline.name}: ${hasCategories(listing) ? `courses for ${purposeNames[purpose]}` : "approved courses"}`;
}

export function purposeRule(purpose: Purpose, { version, columns }: ListingSection): string {
  if (!version)
    return "The content categories of this discipline are not confirmed. Its courses are listed by their credits and by category A or A+, without a table of content categories.";
  if (purpose === "cqr")
    return "CQR prescribes credits by subcategory. Credits in one subcategory never fill another, also not within the same content category.";
  return `Structured education asks for 16 credits in the discipline, at least 1 in each of its ${columns.length} content categories, completed within the 24 months before the application.`;
}

export function versionTitle({ standing, effectiveFrom, lastDay }: SpecificationNote): string {
  const from = formatDay(effectiveFrom);
  switch (standing) {
    case "in-force":
      return `Content specification in force since ${from}`;
    case "coming":
      return `Content specification in force from ${from}`;
    case "former":
      return `Earlier content specification, ${from} to ${lastDay ? formatDay(lastDay) : "today"}`;
  }
}

/** What a reader has to know before counting on a section; undefined where there is nothing to add. */
export function versionRemark({ standing, lastDay, confirmed }: SpecificationNote): string | undefined {
  const remarks = [
    standing === "in-force" && lastDay ? `This version ends on ${formatDay(lastDay)}; another version follows.` : "",
    standing === "coming" ? "These courses are sorted by a version that is not in force yet." : "",
    standing === "former"
      ? "These courses were approved under an earlier version. Ask ARRT which version applies to you before you count on them; they are never added to the list above."
      : "",
    confirmed ? "" : "The categories of this version are not confirmed yet.",
  ].filter(Boolean);
  return remarks.length > 0 ? remarks.join(" ") : undefined;
}
