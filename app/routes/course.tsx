import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { href } from "~/addresses/href";
import { courseJsonLd } from "~/catalog/page/course-json-ld";
import { CoursePage } from "~/catalog/page/course-page";
import { viewCourse } from "~/catalog/page/course-view";
import { readCatalog } from "~/catalog/read/catalog.server";
import { maximumQuantity } from "~/catalog/read/maximum-quantity";
import { formatCreditCount } from "~/core/credits";
import { dayIn } from "~/core/dates";
import { now } from "~/platform/clock.server";
import { env } from "~/platform/env.server";
import { readOffers } from "~/promotions/store/offers.server";
import { readShop } from "~/shop/shop.server";
import { JsonLd } from "~/ui/json-ld";
import { pageMeta } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export async function loader({ params }: LoaderFunctionArgs) {
  const [shop, catalog] = await Promise.all([readShop(), readCatalog()]);
  const course = catalog.bySlug.get(params.slug ?? "");
  if (!course) throw new Response("There is no course at this address.", { status: 404 });
  const offers = await readOffers(catalog);
  const { timeZone } = shop;
  const at = now();
  const today = dayIn(at, timeZone);
  const { courses } = catalog;
  const view = viewCourse(course, { offers, today, now: at, timeZone, courses, maxPerOrder: maximumQuantity });
  const place = { origin: env().SHOP_URL, shopName: shop.name, revision: catalog.revision };
  return { view, ...place, jsonLd: courseJsonLd(view, place), isDemo: shop.mode !== "live" };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [{ title: "Course not found" }];
  const { view, shopName, origin } = data;
  return pageMeta({
    title: `${view.title} (${formatCreditCount(view.credits)})`,
    description: view.summary,
    ...{ shopName, origin, path: href("course", { slug: view.cover.slug }) },
  });
};

export default function Course() {
  const { view, revision, isDemo, jsonLd } = useLoaderData<typeof loader>();
  return (
    <>
      {/* A quantity chosen for one course is never carried to the next. */}
      <CoursePage key={view.cover.slug} view={view} revision={revision} isDemo={isDemo} />
      <JsonLd data={jsonLd} />
    </>
  );
}
