import { href } from "~/addresses/href";
import type { Paper } from "~/core/paper";

/** What the reader is planning: another discipline, or the credits prescribed by a CQR self-assessment. */
export const purposes = ["structured-education", "cqr"] as const;
export type Purpose = (typeof purposes)[number];
/** For use within a sentence. */
export const purposeNames: Record<Purpose, string> = { "structured-education": "structured education", cqr: "CQR" };
/** For use on its own. */
export const purposeTitles: Record<Purpose, string> = { "structured-education": "Structured education", cqr: "CQR" };

export function listingPath(discipline: string, purpose: Purpose): string {
  return href("listing", { discipline }, { for: purpose });
}

export function listingPdfPath(discipline: string, purpose: Purpose, paper: Paper): string {
  return href("listingPdf", { discipline }, { for: purpose, paper });
}
