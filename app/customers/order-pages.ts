import { z } from "zod";

/** A link always opens: what is no page is the first. */
export const OrderPages = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) });
