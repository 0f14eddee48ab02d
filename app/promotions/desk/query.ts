import { z } from "zod";
import { promotionKinds } from "../kinds/kinds";
import { promotionStates } from "../store/state";

/** The filters of the list of promotions. */
export const PromotionsQuery = z.object({
  state: z.enum(promotionStates).optional().catch(undefined),
  kind: z.enum(promotionKinds).optional().catch(undefined),
});
export type PromotionsQuery = z.infer<typeof PromotionsQuery>;
