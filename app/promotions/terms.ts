import { z } from "zod";
import { Format } from "~/catalog/formats";
import { type Cents, cents } from "~/core/money";

/** PRICING 4: a price for at most N units in total (the promotion's stock) and M per customer (its stock's limit). */
export const LimitedSaleTerms = z.object({
  kind: z.literal("limited-sale"),
  courseId: z.string(),
  formats: z.array(Format).min(1),
  price: z
    .number()
    .int()
    .min(0)
    .transform((amount): Cents => cents(amount)),
});
export type LimitedSaleTerms = z.infer<typeof LimitedSaleTerms>;

/** Every promotion's terms; a new type is a new member here, and the compiler shows every place that must answer. */
export const Terms = z.discriminatedUnion("kind", [LimitedSaleTerms]);
export type Terms = z.infer<typeof Terms>;
