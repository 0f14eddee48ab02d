import type { Course } from "~/catalog/read/course";
import type { CourseOffer } from "~/catalog/read/course-offer";
import { type Format, formatNames } from "~/catalog/read/formats";
import type { Cents } from "~/core/money";

export type ListedFormat = {
  format: Format;
  name: string;
  price: Cents;
  regular: Cents;
  isOnSale: boolean;
  /** Sale units left for all customers; null if `price` is the regular price or the sale is unlimited. */
  saleUnitsLeft: number | null;
  isSoldOut: boolean;
};

/** A course's formats with the current price of one unit. Throws if a format has no offer: a price is never guessed. */
export function formatPrices(course: Course, offers: ReadonlyMap<string, CourseOffer>): ListedFormat[] {
  return course.formats.map(({ id, format }) => {
    const offer = offers.get(id);
    if (!offer) throw new Error(`format ${id} has no offer`);
    return {
      format,
      name: formatNames[format],
      price: offer.price,
      regular: offer.regular,
      isOnSale: offer.sale !== undefined,
      saleUnitsLeft: offer.sale?.unitsLeft ?? null,
      isSoldOut: offer.copiesLeft === 0,
    };
  });
}
