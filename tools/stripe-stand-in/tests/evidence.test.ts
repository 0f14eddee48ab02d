import { expect, test } from "vitest";
import { refusalOf, startBench } from "./support/bench";
import { disputedOrder } from "./support/money";

test("after its due date, a dispute takes no evidence", async () => {
  const bench = await startBench();
  const { dispute } = await disputedOrder(bench);
  await bench.control("clock", { advanceSeconds: 10 * 24 * 60 * 60 });
  expect((await bench.stripe.disputes.retrieve(dispute.id)).evidence_details.past_due).toBe(true);
  expect((await refusalOf(bench.stripe.disputes.update(dispute.id, {}))).message).toContain(
    "past its evidence due date",
  );
});

test.each([
  { words: "winning_evidence", status: "won" },
  { words: "losing_evidence", status: "lost" },
])("$words decides as in Stripe's test mode", async ({ words, status }) => {
  const bench = await startBench();
  const { dispute } = await disputedOrder(bench);
  await bench.stripe.disputes.update(dispute.id, { evidence: { uncategorized_text: words } });
  expect((await bench.stripe.disputes.retrieve(dispute.id)).status).toBe(status);
});

test("a file is uploaded once per key and can be used as evidence", async () => {
  const bench = await startBench();
  const { dispute } = await disputedOrder(bench);
  const upload = (data: string) =>
    bench.stripe.files.create(
      {
        purpose: "dispute_evidence",
        file: { name: "receipt.pdf", data: Buffer.from(data), type: "application/pdf" },
      },
      { idempotencyKey: "evidence" },
    );
  const file = await upload("%PDF-1.7");
  expect(file).toMatchObject({
    object: "file",
    filename: "receipt.pdf",
    size: 8,
    type: "pdf",
    purpose: "dispute_evidence",
  });
  expect((await upload("%PDF-1.7")).id).toBe(file.id);
  expect((await refusalOf(upload("%PDF-1.8"))).type).toBe("StripeIdempotencyError");
  expect(await bench.stripe.files.retrieve(file.id)).toMatchObject({ id: file.id });
  const answered = await bench.stripe.disputes.update(dispute.id, { evidence: { receipt: file.id }, submit: false });
  expect(answered.evidence.receipt).toBe(file.id);
});

test.each<{ story: string; evidence: object; param: string; code: string }>([
  {
    story: "a file that wasn't uploaded",
    evidence: { receipt: "file_gone" },
    param: "evidence[receipt]",
    code: "resource_missing",
  },
  { story: "an unknown field", evidence: { mood: "good" }, param: "evidence[mood]", code: "parameter_unknown" },
  {
    story: "a text that is too long",
    evidence: { uncategorized_text: "x".repeat(20_001) },
    param: "evidence[uncategorized_text]",
    code: "parameter_invalid_string_long",
  },
])("$story is refused as evidence", async ({ evidence, param, code }) => {
  const bench = await startBench();
  const { dispute } = await disputedOrder(bench);
  const refusal = await refusalOf(bench.stripe.disputes.update(dispute.id, { evidence }));
  expect(refusal).toMatchObject({ statusCode: 400, param, code });
  expect((await bench.stripe.disputes.retrieve(dispute.id)).status).toBe("needs_response");
});

test("a broken upload is refused cleanly", async () => {
  const { url } = await startBench();
  const headers = { authorization: "Bearer sk_test_bench", "content-type": "multipart/form-data; boundary=x" };
  const answer = await fetch(`${url}/v1/files`, { method: "POST", headers, body: "nothing like it" });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ error: { type: "invalid_request_error" } });
});
