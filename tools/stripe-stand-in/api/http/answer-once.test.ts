import { expect, onTestFinished, test } from "vitest";
import { openStandIn, type StandIn } from "../../stand-in";
import { createSession } from "../sessions";
import { answerOnce } from "./answer-once";

const asked = {
  path: "/v1/checkout/sessions",
  id: "",
  form: "mode=payment&success_url=http://a.test/&line_items[0][quantity]=1&line_items[0][price_data][currency]=usd&line_items[0][price_data][unit_amount]=500&line_items[0][price_data][product_data][name]=Course",
  requestId: "req_1",
  key: "key",
};

test("while a response is being written to disk, its key is in use; after that, it is replayed", async () => {
  const standIn = await openStandIn({});
  onTestFinished(() => standIn.close());
  let written = () => {};
  const disk = new Promise<void>((resolve) => {
    written = resolve;
  });
  const slow: StandIn = {
    ...standIn,
    change: async (work) => {
      const result = work();
      await disk;
      return result;
    },
  };
  const keysInUse = new Set<string>();
  const first = answerOnce(slow, createSession, asked, keysInUse);
  const during = await answerOnce(slow, createSession, asked, keysInUse);
  expect(during).toMatchObject({ status: 409, body: { error: { code: "idempotency_key_in_use" } } });
  written();
  expect((await first).status).toBe(200);
  const after = await answerOnce(slow, createSession, asked, keysInUse);
  expect(after).toMatchObject({ status: 200, body: (await first).body, headers: { "Idempotent-Replayed": "true" } });
  expect(Object.keys(standIn.world.sessions)).toHaveLength(1);
});
