import type { LoaderFunctionArgs } from "@remix-run/node";
import { drawListing, listingFileName } from "~/listings/listing-pdf.server";
import { readDiscipline, readListingQuery } from "~/listings/listing-query";
import { readListing } from "~/listings/listings.server";
import { pdfResponse } from "~/platform/http/pdf-response.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const discipline = readDiscipline(params.discipline);
  if (!discipline) throw new Response("There is no listing for this discipline.", { status: 404 });
  const { purpose, paper } = readListingQuery(request.url);
  const listing = await readListing(discipline, purpose);
  return pdfResponse(drawListing(listing, { paper }), listingFileName(listing));
}
