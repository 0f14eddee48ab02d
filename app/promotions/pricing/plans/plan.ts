import type { AutomaticPromotion, CouponPromotion, Promotion, SalePromotion } from "../../kinds/kinds";
import type { PricedUnits } from "../../units/priced-units";

export type EnteredCoupon = { code: string; promotion: CouponPromotion };

/** What a line uses: any of its sales, and at most one automatic promotion. */
export type LinePlan = { sales: readonly SalePromotion[]; automatic?: AutomaticPromotion };

/** A cart's units after everything that its plans and coupons take off. */
export type Applied = { units: PricedUnits<Promotion>[]; total: number; couponAmounts: Map<string, number> };
