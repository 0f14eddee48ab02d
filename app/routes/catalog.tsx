import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { href } from "~/addresses/href";
import { CatalogPage } from "~/catalog/page/catalog-page";
import { viewCatalog } from "~/catalog/page/catalog-view";
import { readCatalog } from "~/catalog/read/catalog.server";
import { readFilters } from "~/catalog/search/filters";
import { searchCatalog } from "~/catalog/search/search.server";
import { dayIn } from "~/core/dates";
import { now } from "~/platform/clock.server";
import { env } from "~/platform/env.server";
import { readOffers } from "~/promotions/store/offers.server";
import { readShop } from "~/shop/shop.server";
import { pageMeta } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export async function loader({ request }: LoaderFunctionArgs) {
  const filters = readFilters(new URL(request.url).searchParams);
  const [shop, catalog] = await Promise.all([readShop(), readCatalog()]);
  const offers = await readOffers(catalog);
  const ranks = filters.q ? searchCatalog(catalog, filters.q) : undefined;
  const today = dayIn(now(), shop.timeZone);
  const view = viewCatalog(filters, { courses: catalog.courses, offers, today, ranks });
  return { view, revision: catalog.revision, shopName: shop.name, origin: env().SHOP_URL };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { view, shopName, origin } = data;
  return pageMeta({
    title: view.title === "Catalog" ? "Course catalog" : `${view.title} courses`,
    description: `${view.total} continuing education courses for radiologic technologists, with prices and credits by content category.`,
    ...{ shopName, origin, path: view.path, noIndex: view.path !== href("catalog") },
  });
};

export default function Catalog() {
  const { view, revision } = useLoaderData<typeof loader>();
  return <CatalogPage view={view} revision={revision} />;
}
