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
  /** Sale units that are left for anybody; null where `price` is the regular one or the sale is not limited. */
  saleUnitsLeft: number | null;
  isSoldOut: boolean;
};

/** A course's formats at what one unit costs this moment. Throws where a format has no offer: a price is never guessed. */
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
