import type { Terms } from "./kinds";

/** How a promotion goes with others, in one line: "together with coupons", "stands alone, priority 5". */
export function describeCompany({ combinesWith, exclusive, priority }: Terms): string {
  const friends = [
    combinesWith.sales ? "sale prices" : "",
    combinesWith.automatic ? "automatic promotions" : "",
    combinesWith.coupons ? "coupons" : "",
  ].filter(Boolean);
  const company = exclusive
    ? "stands alone"
    : friends.length > 0
      ? `together with ${new Intl.ListFormat("en-US", { type: "conjunction" }).format(friends)}`
      : "with no other promotion on one unit";
  return priority === 0 ? company : `${company}, priority ${priority}`;
}
