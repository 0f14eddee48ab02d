import { z } from "zod";
import { pageNumber, searchText } from "~/core/list-query";

/** `subject` is a whole subject ("promotion:iv-therapeutics-sale") or its beginning ("promotion:"). */
export const AuditQuery = z.object({ subject: searchText, page: pageNumber });
export type AuditQuery = z.infer<typeof AuditQuery>;
