import { z } from "zod";
import { EnrollmentId, OrderId, RefundId, RefundRequestId, ShipmentId } from "~/core/ids";
import { failed } from "~/core/result";
import { isLetterKind, type LetterKind } from "../letters/kinds";
import { readAccess } from "./access.server";
import type { Read } from "./addressed";
import { readContinueCheckout } from "./continue-checkout.server";
import { readApprovalEnding, readTestPassed } from "./learning.server";
import { readLatePayment, readReceipt } from "./receipt.server";
import { readRequestAnswered, readRequestReceived } from "./refund-request.server";
import { readRefunded } from "./refunded.server";
import { readShipped } from "./shipped.server";
import { readSignIn } from "./sign-in.server";
import { readStaffAlert } from "./staff-alert.server";

const id = z.string().min(1);
const orderId = OrderId.min(1);
const ofOrder = z.object({ orderId });
const ofEnrollment = z.object({ enrollmentId: EnrollmentId.min(1) });
const ofRequest = z.object({ orderId, requestId: RefundRequestId.min(1) });

const readers: Record<LetterKind, (payload: unknown) => Read> = {
  receipt: reader(ofOrder, readReceipt),
  "late-payment-refunded": reader(ofOrder, readLatePayment),
  access: reader(z.object({ orderId, email: id }), readAccess),
  shipped: reader(z.object({ orderId, shipmentId: ShipmentId.min(1) }), readShipped),
  refunded: reader(z.object({ orderId, refundId: RefundId.min(1) }), readRefunded),
  "staff-alert": reader(z.object({ orderId: orderId.optional(), what: id }), readStaffAlert),
  "test-passed": reader(ofEnrollment, readTestPassed),
  "approval-ending": reader(ofEnrollment, readApprovalEnding),
  "sign-in": reader(z.object({ email: id, to: z.string() }), readSignIn),
  "continue-checkout": reader(z.object({ email: id }), readContinueCheckout),
  "refund-request-received": reader(ofRequest, readRequestReceived),
  "refund-request-answered": reader(ofRequest, readRequestAnswered),
};

/** The letter for an outbox row, from current data. */
export async function readLetter(kind: string, payload: unknown): Read {
  if (!isLetterKind(kind)) return failed({ kind: "impossible", why: `no letter is defined for "${kind}"` });
  return readers[kind](payload);
}

function reader<Payload>(schema: z.ZodType<Payload>, read: (payload: Payload) => Read): (payload: unknown) => Read {
  return async (payload) => {
    const known = schema.safeParse(payload);
    if (known.success) return read(known.data);
    const missing = known.error.issues.map(({ path }) => path.join("."));
    return failed({ kind: "impossible", why: `its payload lacks ${missing.join(", ")}` });
  };
}
