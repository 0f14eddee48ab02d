import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import stylesheet from "~/listings/listing.css?url";
import { ListingPage } from "~/listings/listing-page";
import { readDiscipline, readListingQuery } from "~/listings/listing-query";
import { readListing } from "~/listings/listings.server";
import { hasCategories, listingTitle } from "~/listings/words";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: stylesheet }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const discipline = readDiscipline(params.discipline);
  if (!discipline) throw new Response("There is no listing for this discipline.", { status: 404 });
  const { listing, shopName, asOf, liveUrl } = await readListing(discipline, readListingQuery(request.url).purpose);
  return { listing, shopName, asOf, liveUrl };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [{ title: "Listing" }];
  const { discipline, purpose } = data.listing;
  const by = !hasCategories(data.listing) ? "in total" : purpose === "cqr" ? "by subcategory" : "by content category";
  return [
    { title: `${listingTitle(data.listing)} | ${data.shopName}` },
    {
      name: "description",
      content: `Approved ${discipline.name} courses with their credits ${by}, reference numbers and prices, to read or print.`,
    },
    { tagName: "link", rel: "canonical", href: data.liveUrl },
  ];
};

export default function ListingRoute() {
  return <ListingPage {...useLoaderData<typeof loader>()} />;
}
