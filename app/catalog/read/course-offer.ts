import type { PromotionId } from "~/core/ids";
import type { Cents } from "~/core/money";

/** What the catalog shows of an offer. Promotions compute it. */
export type CourseOffer = {
  regular: Cents;
  /** Price of one more unit right now: the same on cards, course pages, listings, and in the cart. */
  price: Cents;
  /** Set if `price` is a sale price. */
  sale?: {
    promotionId: PromotionId;
    name: string;
    /** Sale units left for all customers, the figure checkout uses; null if unlimited. */
    unitsLeft: number | null;
    /** Exclusive end (ISO instant). */
    endsAt: string;
    perCustomer: number | null;
    /** Shown in the banner. */
    isFeatured: boolean;
  };
  /** A sale is running, but its units are sold or held. */
  isSaleSoldOut?: boolean;
  /** Printed copies; undefined if nothing is mailed. */
  copiesLeft?: number;
};
