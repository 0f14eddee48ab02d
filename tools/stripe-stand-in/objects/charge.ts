import type Stripe from "stripe";
import { newId } from "../ids";
import type { Card } from "./card";
import type { Collected } from "./session";

type Charge = Stripe.Charge;

/** A charge for the intent's full amount. Amounts are in the currency's smallest unit. */
export function makeCharge(
  intent: Stripe.PaymentIntent,
  status: "succeeded" | "pending" | "failed",
  collected: Collected,
  created: number,
): Charge {
  const declined = status === "failed";
  const { email, shippingDetails, billingAddress, card } = collected;
  return {
    id: newId("charge"),
    object: "charge",
    amount: intent.amount,
    amount_captured: status === "succeeded" ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: {
      address: billingAddress,
      email,
      name: shippingDetails?.name ?? null,
      phone: null,
      tax_id: null,
    },
    calculated_statement_descriptor: null,
    captured: status === "succeeded",
    created,
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: declined ? "card_declined" : null,
    failure_message: declined ? "Your card was declined." : null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: null,
    paid: !declined,
    payment_intent: intent.id,
    payment_method: null,
    payment_method_details: paymentMethod(intent.payment_method_types[0] ?? "card", card),
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: shippingDetails ? { address: shippingDetails.address, name: shippingDetails.name } : intent.shipping,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status,
    transfer_data: null,
    transfer_group: null,
  };
}

function paymentMethod(type: string, card: Card): Charge["payment_method_details"] {
  if (type !== "card") return { type };
  const checks = { address_line1_check: null, address_postal_code_check: null, cvc_check: "pass" };
  return {
    type,
    card: {
      ...card,
      amount_authorized: null,
      authorization_code: null,
      checks,
      country: "US",
      electronic_commerce_indicator: null,
      fingerprint: null,
      funding: "credit",
      installments: null,
      mandate: null,
      network: card.brand,
      network_transaction_id: null,
      regulated_status: "unregulated",
      three_d_secure: null,
      transaction_link_id: null,
      wallet: null,
    },
  };
}

/** The end of a charge that was pending. */
export function settleCharge(charge: Charge, outcome: "paid" | "failed"): Charge {
  if (outcome === "paid") return { ...charge, status: "succeeded", captured: true, amount_captured: charge.amount };
  return {
    ...charge,
    status: "failed",
    paid: false,
    failure_code: "payment_failed",
    failure_message: "The payment failed.",
  };
}

/** The charge after a change to its refunds. `refundedAmount` counts every refund that hasn't failed. */
export function withRefunds(charge: Charge, refundedAmount: number): Charge {
  return { ...charge, amount_refunded: refundedAmount, refunded: refundedAmount === charge.amount };
}
