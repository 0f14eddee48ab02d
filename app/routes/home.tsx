import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readCatalog } from "~/catalog/catalog.server";
import { HomePage } from "~/catalog/home-page";
import { viewHome } from "~/catalog/home-view";
import { dayIn } from "~/core/dates";
import { now } from "~/platform/clock.server";
import { env } from "~/platform/env.server";
import { readFeaturedSale, readOffers } from "~/promotions/offers.server";
import { readShop } from "~/shop/shop.server";
import { pageMeta } from "~/ui/page-meta";

export async function loader(_: LoaderFunctionArgs) {
  const [shop, catalog] = await Promise.all([readShop(), readCatalog()]);
  const [offers, sale] = await Promise.all([readOffers(catalog), readFeaturedSale(catalog)]);
  const { name, tagline, timeZone } = shop;
  const at = now();
  const today = dayIn(at, timeZone);
  const view = viewHome({ courses: catalog.courses, offers, sale, today, now: at, timeZone });
  return { view, revision: catalog.revision, tagline, shopName: name, origin: env().SHOP_URL };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { view, shopName, tagline, origin } = data;
  return pageMeta({
    title: `${shopName}: ${tagline}`,
    description: `${view.courses} continuing-education courses for radiologic technologists, with credits by content category, post-tests online and certificates at once.`,
    ...{ shopName, origin, path: "/" },
  });
};

export default function Home() {
  const { view, tagline, revision } = useLoaderData<typeof loader>();
  return <HomePage view={view} tagline={tagline} revision={revision} />;
}
