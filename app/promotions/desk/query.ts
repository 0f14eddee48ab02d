import { z } from "zod";
import { promotionKinds } from "../kinds/kinds";
import { promotionStates } from "../store/state";

/** What the list of promotions is filtered by. */
export const PromotionsQuery = z.object({
  state: z.enum(promotionStates).optional().catch(undefined),
  kind: z.enum(promotionKinds).optional().catch(undefined),
});
export type PromotionsQuery = z.infer<typeof PromotionsQuery>;
