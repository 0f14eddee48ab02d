import type { PromotionId } from "~/core/ids";
import type { Cents } from "~/core/money";

/** What the catalog shows of an offer; promotions make it, and the catalog does not know how. */
export type CourseOffer = {
  regular: Cents;
  /** Of one more unit, this moment: the same on card, course page, listing and in the cart. */
  price: Cents;
  /** Present where `price` is a sale price. */
  sale?: {
    promotionId: PromotionId;
    name: string;
    /** Sale units that are left for anybody, from the figure that checkout uses; null where they are not limited. */
    unitsLeft: number | null;
    /** Until this instant (ISO). */
    endsAt: string;
    perCustomer: number | null;
    /** Staff want it in the banner. */
    isFeatured: boolean;
  };
  /** A sale is running, but its units are gone or held. */
  isSaleSoldOut?: boolean;
  /** Printed copies; undefined where nothing is mailed. */
  copiesLeft?: number;
};
