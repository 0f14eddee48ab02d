import { z } from "zod";
import { typedLine } from "~/core/typed-inputs";

export const SettleRefundForm = z.object({
  refundId: z.string({ error: "Choose a refund." }).regex(/^[\w-]{1,255}$/, "Choose a refund."),
  how: typedLine("Enter how the buyer got the money.", 300),
});
export type SettleRefundForm = z.infer<typeof SettleRefundForm>;
