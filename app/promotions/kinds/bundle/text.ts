import { formatCents } from "~/core/money";
import type { KindText } from "../../units/kind";
import { describeFormats, describeMaximum, joinList } from "../../units/scope-text";
import type { BundleTerms } from "./terms";

export const bundleText: KindText<BundleTerms> = {
  name: "bundle",
  example: "Three MR courses together for $150.00.",
  describe: ({ items, price, maximumSets }, titleOf, most) => {
    const courses = items.map(({ courseId, formats }) => titleOf(courseId) + describeFormats(formats));
    return `${joinList(courses, most)} together for ${formatCents(price)}${describeMaximum(maximumSets)}`;
  },
};
