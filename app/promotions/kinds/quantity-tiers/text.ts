import { formatPercent } from "~/core/percent";
import type { KindText } from "../../units/kind";
import { describeScope } from "../../units/scope-text";
import type { QuantityTiersTerms } from "./terms";

export const quantityTiersText: KindText<QuantityTiersTerms> = {
  name: "group price",
  example: "15% off 3 or more, 25% off 10 or more.",
  describe: ({ scope, count, tiers }, titleOf, most) => {
    const steps = tiers.map(({ quantity, discount }) => `${formatPercent(discount)} off ${quantity} or more`);
    const counted = count === "course" ? " of the same course" : "";
    return `${describeScope(scope, titleOf, most)}: ${steps.join(", ")}${counted}`;
  },
};
