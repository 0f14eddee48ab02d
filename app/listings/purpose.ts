import { href } from "~/addresses/href";
import type { Paper } from "~/core/paper";

/** What a reader of a listing plans: a further discipline, or the credits that a CQR self-assessment prescribed. */
export const purposes = ["structured-education", "cqr"] as const;
export type Purpose = (typeof purposes)[number];
/** As it reads within a sentence. */
export const purposeNames: Record<Purpose, string> = { "structured-education": "structured education", cqr: "CQR" };
/** As it stands alone. */
export const purposeTitles: Record<Purpose, string> = { "structured-education": "Structured education", cqr: "CQR" };

export function listingPath(discipline: string, purpose: Purpose): string {
  return href("listing", { discipline }, { for: purpose });
}

export function listingPdfPath(discipline: string, purpose: Purpose, paper: Paper): string {
  return href("listingPdf", { discipline }, { for: purpose, paper });
}
