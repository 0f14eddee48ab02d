import { maximumQuantity } from "~/cart/cart-change";
import { cardOf } from "~/catalog/card";
import { readCatalog } from "~/catalog/catalog.server";
import { viewCourse } from "~/catalog/course-view";
import { viewHome } from "~/catalog/home-view";
import { dayIn } from "~/core/dates";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { readOffers } from "~/promotions/offers.server";
import { requireRecord } from "~/promotions/promotion-facts.server";
import { readShop } from "~/shop/shop.server";

/** How banner, card and course page will look while the promotion runs: the shop's own components, priced at a moment inside its window
 *  as if it were published. Throws a 404 where there is no such promotion. */
export async function readPreview(promotionId: string, wanted: string | null) {
  const [{ timeZone }, catalog, { values }] = await Promise.all([
    readShop(),
    readCatalog(),
    requireRecord(db(), promotionId),
  ]);
  const { startsAt, endsAt, name } = values;
  const today = now();
  const at = today < startsAt ? startsAt : today < endsAt ? today : new Date(endsAt.getTime() - 60_000);
  const offers = await readOffers(catalog, { at, promotionId });
  const isPriced = (formatId: string) => offers.get(formatId)?.sale?.promotionId === promotionId;
  const priced = catalog.courses.filter(({ formats }) => formats.some(({ id }) => isPriced(id)));
  const course = priced.find(({ slug }) => slug === wanted) ?? priced[0];
  const shared = { promotion: { id: promotionId, name }, at, timeZone, revision: catalog.revision };
  if (!course) return { ...shared, courses: [], shown: undefined };
  const facts = { offers, today: dayIn(at, timeZone), now: at, timeZone, courses: catalog.courses };
  const offer = course.formats.map(({ id }) => offers.get(id)).find((one) => one?.sale?.promotionId === promotionId);
  const sale = offer?.sale && {
    name: offer.sale.name,
    courseSlug: course.slug,
    price: offer.price,
    regular: offer.regular,
    unitsLeft: offer.sale.unitsLeft,
    endsAt: offer.sale.endsAt,
  };
  return {
    ...shared,
    courses: priced.map(({ slug, title }) => ({ value: slug, label: title })),
    shown: {
      slug: course.slug,
      banner: viewHome({ ...facts, sale }).banner,
      card: cardOf(course, facts),
      view: viewCourse(course, { ...facts, mostPerOrder: maximumQuantity }),
    },
  };
}
export type PromotionPreview = Awaited<ReturnType<typeof readPreview>>;
