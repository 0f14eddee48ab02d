import type { Course } from "~/catalog/course";
import { type Format, formatNames } from "~/catalog/formats";
import type { Cents } from "~/core/money";
import type { Offer } from "~/promotions/offer";

export type ListedFormat = {
  format: Format;
  name: string;
  price: Cents;
  regular: Cents;
  /** Sale units that are left for anybody; null where `price` is the regular one. */
  saleUnitsLeft: number | null;
  isSoldOut: boolean;
};

/** A course's formats at what one unit costs this moment. Throws where a format has no offer: a price is never guessed. */
export function formatPrices(course: Course, offers: ReadonlyMap<string, Offer>): ListedFormat[] {
  return course.formats.map(({ id, format }) => {
    const offer = offers.get(id);
    if (!offer) throw new Error(`format ${id} has no offer`);
    return {
      format,
      name: formatNames[format],
      price: offer.price,
      regular: offer.regular,
      saleUnitsLeft: offer.sale?.unitsLeft ?? null,
      isSoldOut: offer.copiesLeft === 0,
    };
  });
}
