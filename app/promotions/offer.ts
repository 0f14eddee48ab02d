import type { Cents } from "~/core/money";

/** What one more unit of a format costs this moment, from the one pricing function: the same on card, course page and listing. */
export type Offer = {
  regular: Cents;
  price: Cents;
  /** Present where `price` is a sale price. */
  sale?: {
    promotionId: string;
    name: string;
    /** Sale units that are left for anybody, from the figure that checkout uses. */
    unitsLeft: number;
    /** Units that are left until this instant (ISO). */
    endsAt: string;
    perCustomer: number | null;
  };
  /** A sale of this format is running, and its units are gone or held. */
  isSaleSoldOut?: boolean;
  /** Printed copies on the shelf; undefined where nothing is mailed. */
  copiesLeft?: number;
};
