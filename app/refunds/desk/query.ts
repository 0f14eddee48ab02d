import { z } from "zod";
import { pageNumber } from "~/core/list-query";

/** What the list of refund requests is filtered by: those that wait, unless told otherwise. The filter's own word for all is none. */
export const RefundRequestsQuery = z.object({
  state: z
    .enum(["", "open", "granted", "declined", "all"])
    .catch("open")
    .transform((state) => state || "all"),
  page: pageNumber,
});
export type RefundRequestsQuery = z.infer<typeof RefundRequestsQuery>;
