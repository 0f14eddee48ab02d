import { formatCents } from "~/core/money";
import { formatPercent } from "~/core/percent";
import type { KindText } from "../../units/kind";
import { isWholeCatalog } from "../../units/scope";
import { describeScope } from "../../units/scope-text";
import type { CouponTerms } from "./terms";

export const couponText: KindText<CouponTerms> = {
  name: "coupon",
  example: "10% off with the code TEN, once per customer.",
  describe: ({ scope, discount, minimumSpend, firstOrderOnly }, titleOf, most) => {
    const covered = describeScope(scope, titleOf, most);
    const isAll = isWholeCatalog(scope);
    const off =
      discount.kind === "percent-off"
        ? `${formatPercent(discount.basisPoints)} off ${covered}`
        : `${formatCents(discount.cents)} off ${isAll ? "the order" : `the total for ${covered}`}`;
    const minimum = minimumSpend
      ? isAll
        ? `on orders of ${formatCents(minimumSpend)} or more`
        : `on orders with ${formatCents(minimumSpend)} or more of these courses`
      : "";
    return [off, minimum, firstOrderOnly ? "first order only" : ""].filter(Boolean).join(", ");
  },
};
