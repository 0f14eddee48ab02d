import { z } from "zod";
import { pageNumber } from "~/core/list-query";

/** The page of parcels that wait to be sent. */
export const ParcelsQuery = z.object({ page: pageNumber });
export type ParcelsQuery = z.infer<typeof ParcelsQuery>;
