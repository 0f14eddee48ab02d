import type Stripe from "stripe";
import { z } from "zod";
import { missingObject, type Problem } from "../../objects/problem";
import type { World } from "../../world";
import { unsettable } from "./params";

/** An empty field removes evidence. */
const field = unsettable(20_000).optional();

/** Fields that take the id of a file uploaded with purpose `dispute_evidence`; the others take text. */
const fileFields = [
  "cancellation_policy",
  "customer_communication",
  "customer_signature",
  "duplicate_charge_documentation",
  "receipt",
  "refund_policy",
  "service_documentation",
  "shipping_documentation",
  "uncategorized_file",
] as const satisfies (keyof Stripe.Dispute.Evidence)[];

const textFields = [
  "access_activity_log",
  "billing_address",
  "cancellation_policy_disclosure",
  "cancellation_rebuttal",
  "customer_email_address",
  "customer_name",
  "customer_purchase_ip",
  "duplicate_charge_explanation",
  "duplicate_charge_id",
  "product_description",
  "refund_policy_disclosure",
  "refund_refusal_explanation",
  "service_date",
  "shipping_address",
  "shipping_carrier",
  "shipping_date",
  "shipping_tracking_number",
  "uncategorized_text",
] as const satisfies (keyof Stripe.Dispute.Evidence)[];

type Field = (typeof fileFields)[number] | (typeof textFields)[number];

export const Evidence = z
  .strictObject(Object.fromEntries([...fileFields, ...textFields].map((name) => [name, field])))
  // Limit of all fields together (https://docs.stripe.com/api/disputes/update).
  .refine(
    (evidence) => Object.values(evidence).join("").length <= 150_000,
    "Evidence is longer than 150,000 characters",
  )
  .transform((evidence) => evidence as Partial<Record<Field, string | null>>);

/** Refuses a file field that doesn't name an uploaded file. */
export function unknownFile(world: World, evidence: Partial<Record<Field, string | null>>): Problem | undefined {
  const missing = fileFields.find((name) => evidence[name] && !world.files[evidence[name]]);
  if (!missing) return undefined;
  return { ...missingObject("file upload", String(evidence[missing]), `evidence[${missing}]`), status: 400 };
}
