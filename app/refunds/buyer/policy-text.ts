import { formatDay } from "~/core/dates";
import { assertNever } from "~/core/result";
import type { RefundPolicy } from "../request/policy";

/** Whether and until when a buyer can request a refund, or why not. */
export function policyText(policy: RefundPolicy, refundDays: number): string {
  switch (policy.kind) {
    case "open":
      return `You can request a refund until ${formatDay(policy.lastDay)} for any course without a certificate.`;
    case "over":
      return `The refund window closed on ${formatDay(policy.lastDay)}, ${refundDays} days after payment.`;
    case "all-certified":
      return "Once its certificate is issued, a course can’t be refunded.";
    case "nothing-paid":
      return "Nothing is left to refund.";
    case "not-paid":
      return "This order hasn’t been paid, so there’s nothing to refund.";
    default:
      return assertNever(policy);
  }
}
