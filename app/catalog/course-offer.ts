import type { Cents } from "~/core/money";

/** What the catalog shows of an offer; promotions make it, and the catalog does not know how. */
export type CourseOffer = {
  regular: Cents;
  price: Cents;
  sale?: {
    name: string;
    unitsLeft: number;
    /** ISO instant. */
    endsAt: string;
    perCustomer: number | null;
  };
  /** A sale is running, but its units are gone. */
  isSaleSoldOut?: boolean;
  /** Printed copies; undefined where nothing is mailed. */
  copiesLeft?: number;
};
