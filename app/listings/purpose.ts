import { z } from "zod";
import { DisciplineCode } from "~/catalog/disciplines";

/** What a reader of a listing plans: a further discipline, or the credits that a CQR self-assessment prescribed. */
export const purposes = ["structured-education", "cqr"] as const;
export type Purpose = (typeof purposes)[number];
export const purposeNames: Record<Purpose, string> = { "structured-education": "structured education", cqr: "CQR" };

/** A shared link always opens: without `for`, or with an unknown one, it is the list for structured education. */
const Query = z.object({
  for: z.enum(purposes).catch("structured-education"),
  paper: z.enum(["letter", "a4"]).catch("letter"),
});

export function readListingQuery(url: string) {
  const { for: purpose, paper } = Query.parse(Object.fromEntries(new URL(url).searchParams));
  return { purpose, paper };
}

/** `ct` and `CT` are one address; undefined for what is no discipline. */
export function readDiscipline(param: string | undefined): DisciplineCode | undefined {
  return DisciplineCode.safeParse(param?.toUpperCase()).data;
}

export function listingPath(discipline: string, purpose: Purpose): string {
  return `/listings/${discipline}?for=${purpose}`;
}

export function listingPdfPath(discipline: string, purpose: Purpose, paper: "letter" | "a4"): string {
  return `/listings/${discipline}/pdf?for=${purpose}&paper=${paper}`;
}
