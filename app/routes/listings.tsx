import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { ListingIndexPage } from "~/listings/index-page";
import stylesheet from "~/listings/listing.css?url";
import { readListingIndex } from "~/listings/listings.server";
import { pageMeta } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: stylesheet }];

export function loader() {
  return readListingIndex();
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { shopName, origin, path } = data;
  return pageMeta({
    title: "Course listings by discipline",
    description:
      "Printable lists of approved courses for each discipline, with credits by content category for structured education and by subcategory for CQR.",
    ...{ shopName, origin, path },
  });
};

export default function ListingsRoute() {
  return <ListingIndexPage {...useLoaderData<typeof loader>()} />;
}
