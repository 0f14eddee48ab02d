import { z } from "zod";
import { pageNumber } from "~/core/list-query";

/** Filters of the list of refund requests: by default, those waiting for an answer. The filter's empty choice means all. */
export const RefundRequestsQuery = z.object({
  state: z
    .enum(["", "open", "granted", "declined", "all"])
    .catch("open")
    .transform((state) => state || "all"),
  page: pageNumber,
});
export type RefundRequestsQuery = z.infer<typeof RefundRequestsQuery>;

/** Refund request states as staff read them. */
export const requestStateNames = { open: "waiting", granted: "approved", declined: "declined" } as const;
