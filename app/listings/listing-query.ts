import { z } from "zod";
import { DisciplineCode } from "~/catalog/read/disciplines";
import { papers } from "~/core/paper";
import { purposes } from "./purpose";

/** A shared link always works: a missing or unknown `for` means structured education. */
const Query = z.object({
  for: z.enum(purposes).catch("structured-education"),
  paper: z.enum(papers).catch("letter"),
});

export function readListingQuery(url: string) {
  const { for: purpose, paper } = Query.parse(Object.fromEntries(new URL(url).searchParams));
  return { purpose, paper };
}

/** `ct` and `CT` are the same; undefined for an unknown discipline. */
export function readDiscipline(param: string | undefined): DisciplineCode | undefined {
  return DisciplineCode.safeParse(param?.toUpperCase()).data;
}
