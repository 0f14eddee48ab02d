import type { MetaFunction } from "@remix-run/node";
import { href } from "~/addresses/href";
import { HomePage } from "~/catalog/page/home-page";
import { viewHome } from "~/catalog/page/home-view";
import { readCatalog } from "~/catalog/read/catalog.server";
import { dayIn } from "~/core/dates";
import { now } from "~/platform/clock.server";
import { env } from "~/platform/env.server";
import { readOffers } from "~/promotions/store/offers.server";
import { readShop } from "~/shop/shop.server";
import { ShopFacts } from "~/shop/shop-facts";
import { pageMeta } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export async function loader() {
  const [shop, catalog] = await Promise.all([readShop(), readCatalog()]);
  const offers = await readOffers(catalog);
  const { name, tagline, email, phone, timeZone } = shop;
  const at = now();
  const view = viewHome({ courses: catalog.courses, offers, now: at, today: dayIn(at, timeZone), timeZone });
  return { view, revision: catalog.revision, shop: { name, tagline, email, phone }, origin: env().SHOP_URL };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { view, shop, origin } = data;
  return pageMeta({
    title: `${shop.name}: ${shop.tagline}`,
    description: `${view.courses} approved continuing education courses for radiologic technologists in ${view.disciplines.length} disciplines, by mail, as eBooks, or test only, with credits by content category.`,
    ...{ shopName: shop.name, origin, path: href("home") },
  });
};

export default function Home() {
  const { view, revision, shop, origin } = useLoaderData<typeof loader>();
  return (
    <>
      <HomePage view={view} revision={revision} tagline={shop.tagline} />
      <ShopFacts shop={shop} origin={origin} />
    </>
  );
}
