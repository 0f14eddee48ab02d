import { z } from "zod";

/** A link always works: an invalid page number means page 1. */
export const OrderPages = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) });
