import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import stylesheet from "~/listings/listing.css?url";
import { ListingPage } from "~/listings/listing-page";
import { readDiscipline, readListingQuery } from "~/listings/listing-query";
import { readListing } from "~/listings/listings.server";
import { hasCategories, listingTitle } from "~/listings/titles";
import { pageMeta } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: stylesheet }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const discipline = readDiscipline(params.discipline);
  if (!discipline) throw new Response("There is no listing for this discipline.", { status: 404 });
  const read = await readListing(discipline, readListingQuery(request.url).purpose);
  const { listing, shopName, asOf, origin, path, liveUrl } = read;
  return { listing, shopName, asOf, origin, path, liveUrl };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [{ title: "Listing" }];
  const { listing, shopName, origin, path } = data;
  const { discipline, purpose } = listing;
  const by = !hasCategories(listing) ? "in total" : purpose === "cqr" ? "by subcategory" : "by content category";
  return pageMeta({
    title: listingTitle(listing),
    description: `Approved ${discipline.name} courses with their credits ${by}, reference numbers, and prices, to read or print.`,
    ...{ shopName, origin, path },
  });
};

export default function ListingRoute() {
  return <ListingPage {...useLoaderData<typeof loader>()} />;
}
