import { randomUUID } from "node:crypto";
import type Stripe from "stripe";
import { expect, test } from "vitest";
import { eventually, openAccount, pay, refusalOf } from "./account";

/** A payment that its cardholder disputes immediately. */
async function disputed(stripe: Stripe): Promise<Stripe.Dispute> {
  const { id: payment_intent } = await pay(stripe, "pm_card_createDispute");
  return eventually(async () => {
    const [dispute] = (await stripe.disputes.list({ payment_intent })).data;
    if (dispute?.balance_transactions.length !== 1) throw new Error("The money has not been withdrawn yet");
    return dispute;
  });
}

test("a dispute withdraws its amount and a fee, marks the charge, and prevents its refund", async () => {
  const { stripe } = await openAccount();
  const dispute = await disputed(stripe);
  expect(dispute).toMatchObject({
    amount: 129_00,
    status: "needs_response",
    reason: "fraudulent",
    evidence_details: { due_by: expect.any(Number), has_evidence: false, submission_count: 0 },
    balance_transactions: [{ type: "adjustment", amount: -129_00, source: dispute.id }],
  });
  const charge = await stripe.charges.retrieve(String(dispute.charge));
  expect(charge.disputed).toBe(true);
  const refusal = await refusalOf(stripe.refunds.create({ charge: charge.id }));
  expect(refusal).toMatchObject({ statusCode: 400, code: "charge_disputed" });
});

test.each([
  { words: "winning_evidence", status: "won", movements: [-129_00, 129_00] },
  { words: "losing_evidence", status: "lost", movements: [-129_00] },
])("evidence waits, is submitted, and $words ends as $status", async ({ words, status, movements }) => {
  const { stripe } = await openAccount();
  const { id } = await disputed(stripe);
  const evidence = { customer_name: "Sample Shopper", product_description: "A course" };
  const staged = await stripe.disputes.update(id, { evidence, submit: false });
  expect(staged).toMatchObject({ status: "needs_response", evidence, evidence_details: { submission_count: 0 } });
  await stripe.disputes.update(id, { evidence: { uncategorized_text: words }, submit: true });
  const ended = await eventually(async () => {
    const dispute = await stripe.disputes.retrieve(id);
    expect(dispute.status).toBe(status);
    expect(dispute.balance_transactions).toHaveLength(movements.length);
    return dispute;
  });
  expect(ended.balance_transactions.map(({ amount }) => amount)).toEqual(movements);
});

test("a picture can be uploaded as evidence", async () => {
  const { stripe } = await openAccount();
  const onePixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  const file = await stripe.files.create(
    {
      purpose: "dispute_evidence",
      file: { name: "certificate.png", type: "image/png", data: Buffer.from(onePixel, "base64") },
    },
    { idempotencyKey: randomUUID() },
  );
  expect(file).toMatchObject({ object: "file", purpose: "dispute_evidence", filename: "certificate.png", type: "png" });
  const { id } = await disputed(stripe);
  const staged = await stripe.disputes.update(id, { evidence: { receipt: file.id }, submit: false });
  expect(staged.evidence.receipt).toBe(file.id);
});
