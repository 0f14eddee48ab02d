import { formatDay } from "~/core/dates";
import { impossible } from "~/core/result";
import type { RefundPolicy } from "./refund-policy";

/** Whether and until when a buyer may ask for a refund, or why not. */
export function policyWords(policy: RefundPolicy, refundDays: number): string {
  switch (policy.kind) {
    case "open":
      return `You may ask for a refund until ${formatDay(policy.lastDay)}, for every course whose certificate was not issued yet.`;
    case "over":
      return `Refunds were possible until ${formatDay(policy.lastDay)}, ${refundDays} days after payment.`;
    case "all-certified":
      return "Once its certificate is issued, a course is not refunded.";
    case "nothing-paid":
      return "There is nothing left that could be refunded.";
    case "not-paid":
      return "This order is not paid, so there is nothing to refund.";
    default:
      return impossible(policy);
  }
}
