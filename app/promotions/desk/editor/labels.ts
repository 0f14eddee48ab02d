import { kindOf, type PromotionKind } from "../../kinds/kinds";

/** The fields that every kind of promotion has. */
export const commonLabels = {
  name: "Name",
  limit: "Total limit",
  perCustomer: "Limit per customer",
  startsAt: "Starts",
  endsAt: "Ends",
  status: "Status",
  isFeatured: "Featured: shown in the banner while it runs",
  codes: "Codes",
};

/** Every field of a kind's form with its label, for comparing two edits. */
export function listLabels(kind: PromotionKind): [field: string, label: string][] {
  const { labels } = kindOf(kind).form;
  return Object.entries({ ...labels, ...commonLabels });
}
