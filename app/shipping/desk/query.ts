import { z } from "zod";
import { pageNumber } from "~/core/list-query";

/** The page number of the list of parcels to send. */
export const ParcelsQuery = z.object({ page: pageNumber });
export type ParcelsQuery = z.infer<typeof ParcelsQuery>;
