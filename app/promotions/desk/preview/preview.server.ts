import { cardOf } from "~/catalog/page/card";
import { viewCourse } from "~/catalog/page/course-view";
import { bannerOf } from "~/catalog/page/home-view";
import { readCatalog } from "~/catalog/read/catalog.server";
import { maximumQuantity } from "~/catalog/read/maximum-quantity";
import { dayIn, toLocalField } from "~/core/dates";
import type { CourseFormatId, PromotionId } from "~/core/ids";
import type { Json } from "~/core/json";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { readShop } from "~/shop/shop.server";
import { stageOf } from "../../kinds/kinds";
import { readOffers } from "../../store/offers.server";
import { requireRecord } from "../../store/records.server";
import { withState } from "../promotions.server";
import { choosePreviewMoment, type PreviewQuery } from "./preview";

/** How the banner, catalog card, and course page look while the promotion runs: the shop's own components, priced at a moment of its
 *  window as if it were published. Throws a 404 if the promotion does not exist. */
export async function readPreview(promotionId: PromotionId, query: PreviewQuery) {
  const [{ timeZone }, record] = await Promise.all([readShop(), requireRecord(db(), promotionId)]);
  const { name, terms, startsAt, endsAt, isFeatured } = record.values;
  const { at, problem } = choosePreviewMoment(query.at, { startsAt, endsAt, timeZone, now: now() });
  // With the approvals of that day.
  const catalog = await readCatalog(at);
  const [offers, [found]] = await Promise.all([readOffers(catalog, { at, promotionId }), withState([record])]);
  const state = found?.state ?? ("draft" as const);
  const isByIt = (formatId: CourseFormatId) => offers.get(formatId)?.sale?.promotionId === promotionId;
  const priced = catalog.courses.filter(({ formats }) => formats.some(({ id }) => isByIt(id)));
  const course = priced.find(({ slug }) => slug === query.course) ?? priced[0];
  const shared = {
    promotion: { id: promotionId, name, state, isFeatured },
    at,
    typedAt: query.at ?? toLocalField(at, timeZone),
    problem,
    timeZone,
    revision: catalog.revision,
    courses: priced.map(({ slug, title }) => ({ value: slug, label: title })),
  };
  if (!course) {
    const isSale = stageOf(terms.kind) === "sales";
    const reason = !isSale ? "in-cart" : found?.unitsLeft === 0 ? "sold-out" : "others-are-better";
    return { ...shared, shown: undefined, reason } as const;
  }
  const facts = { offers, today: dayIn(at, timeZone), now: at, timeZone, courses: catalog.courses };
  const offer = course.formats.map(({ id }) => offers.get(id)).find((one) => one?.sale?.promotionId === promotionId);
  const view = viewCourse(course, { ...facts, maxPerOrder: maximumQuantity });
  const banner = offer && bannerOf(course, offer, facts);
  return { ...shared, shown: { slug: course.slug, banner, card: cardOf(course, facts), view } };
}
export type PromotionPreview = Json<Awaited<ReturnType<typeof readPreview>>>;
