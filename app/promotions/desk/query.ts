import { z } from "zod";
import { promotionStates } from "../promotion-state";
import { kindsInOrder } from "./kinds";

/** What the list of promotions is filtered by. */
export const PromotionsQuery = z.object({
  state: z.enum(promotionStates).optional().catch(undefined),
  kind: z.enum(kindsInOrder).optional().catch(undefined),
});
export type PromotionsQuery = z.infer<typeof PromotionsQuery>;
