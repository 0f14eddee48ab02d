import type Stripe from "stripe";
import { newId } from "../ids";

type Dispute = Stripe.Dispute;
export type Outcome = "won" | "lost" | "warning_closed";

type Making = {
  charge: Stripe.Charge;
  amount: number;
  reason: string;
  /** An inquiry asks first: no money is withdrawn, and the charge can still be refunded. */
  isInquiry: boolean;
  dueBy: number;
  created: number;
};

export function makeDispute({ charge, amount, reason, isInquiry, dueBy, created }: Making): Dispute {
  const brand = charge.payment_method_details?.card?.brand ?? "visa";
  return {
    id: newId("dispute"),
    object: "dispute",
    amount,
    balance_transactions: [],
    charge: charge.id,
    created,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: noEvidence,
    evidence_details: {
      due_by: dueBy,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: "not_submitted",
    },
    intended_submission_method: null,
    is_charge_refundable: isInquiry,
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent,
    payment_method_details: {
      card: { brand, case_type: isInquiry ? "inquiry" : "chargeback", network: brand, network_reason_code: null },
      type: "card",
    },
    reason,
    status: isInquiry ? "warning_needs_response" : "needs_response",
  };
}

const noEvidence: Dispute["evidence"] = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
};

/** Open disputes wait for a response or for the bank. */
export const isOpen = ({ status }: Dispute): boolean => /needs_response$|under_review$/.test(status);

const isInquiry = ({ status }: Dispute): boolean => status.startsWith("warning_");

/** A charge with an open or lost dispute can't be refunded: the cardholder's bank already has the money. */
export const blocksRefunds = (dispute: Dispute): boolean => dispute.status !== "won" && !isInquiry(dispute);

/** Adds evidence to the existing evidence; if submitted, it goes to the bank. */
export function answerDispute(dispute: Dispute, evidence: Partial<Dispute["evidence"]>, submit: boolean): Dispute {
  const details = dispute.evidence_details;
  const merged = { ...dispute.evidence, ...evidence };
  const { enhanced_evidence: _, ...fields } = merged;
  const has_evidence = Object.values(fields).some((value) => value !== null);
  return {
    ...dispute,
    evidence: merged,
    evidence_details: submit
      ? { ...details, has_evidence, submission_count: details.submission_count + 1, submission_method: "manual" }
      : { ...details, has_evidence },
    status: submit ? (isInquiry(dispute) ? "warning_under_review" : "under_review") : dispute.status,
  };
}

/** Undefined if this dispute can't end that way: an inquiry is closed or becomes a dispute, but isn't lost. */
export function endDispute(dispute: Dispute, outcome: Outcome): Dispute | undefined {
  if (!isOpen(dispute) || isInquiry(dispute) !== (outcome === "warning_closed")) return undefined;
  return { ...dispute, status: outcome, is_charge_refundable: outcome !== "lost" };
}
