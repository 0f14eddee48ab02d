import fc from "fast-check";
import { expect, test } from "vitest";
import { startBench } from "../tests/support/bench";

const posts = [
  "/v1/customers",
  "/v1/tax/calculations",
  "/v1/checkout/sessions",
  "/v1/payment_intents",
  "/v1/refunds",
  "/v1/disputes/du_gone",
  "/v1/files",
];
const lists = ["charges", "refunds", "disputes", "payouts", "events", "balance_transactions"];

const headers = { authorization: "Bearer sk_test_bench", "content-type": "application/x-www-form-urlencoded" };

async function ask(url: string, path: string, form: string) {
  const isGet = !posts.includes(path);
  const answer = isGet
    ? await fetch(`${url}${path}?${form}`, { headers })
    : await fetch(`${url}${path}`, { method: "POST", headers, body: form });
  return { status: answer.status, body: await answer.json() };
}

test.each([
  ...lists.map((name) => ({ path: `/v1/${name}`, form: "color=blue", param: "color" })),
  { path: "/v1/balance", form: "color=blue", param: "color" },
  { path: "/v1/customers", form: "color=blue", param: "color" },
  { path: "/v1/customers", form: "address[planet]=Mars", param: "address[planet]" },
  { path: "/v1/refunds", form: "charge=ch_1&color=blue", param: "color" },
  { path: "/v1/disputes/du_gone", form: "evidence[mood]=good", param: "evidence[mood]" },
])("$path names the unknown parameter $param", async ({ path, form, param }) => {
  const { url } = await startBench();
  const { status, body } = await ask(url, path, form);
  expect([status, body.error]).toMatchObject([400, { code: "parameter_unknown", param }]);
});

test.each([
  { path: "/v1/tax/calculations", form: "line_items[0][amount]=5", param: "currency" },
  { path: "/v1/tax/calculations", form: "currency=usd&line_items[0][quantity]=1", param: "line_items[0][amount]" },
  { path: "/v1/payment_intents", form: "currency=usd", param: "amount" },
  { path: "/v1/files", form: "purpose=dispute_evidence", param: "file" },
  { path: "/v1/customers", form: "shipping[name]=Pat", param: "shipping[address]" },
])("$path names the missing parameter $param", async ({ path, form, param }) => {
  const { url } = await startBench();
  const { status, body } = await ask(url, path, form);
  expect([status, body.error]).toMatchObject([400, { code: "parameter_missing", param }]);
});

test("no form breaks an endpoint: it is carried out, or refused the way Stripe does", async () => {
  const { url } = await startBench();
  const word = fc.constantFrom(
    ...["amount", "currency", "line_items", "0", "", "address", "metadata", "expand", "evidence", "submit", "quantity"],
    ...["price_data", "customer", "payment_intent", "created", "gte", "limit", "file", "product_data", "__proto__"],
  );
  const value = fc.oneof(fc.constantFrom("", "usd", "true", "-1", "1e9", "cus_1", "%", "+", "😀"), fc.string());
  const pair = fc.tuple(fc.array(word, { minLength: 1, maxLength: 4 }), value, fc.boolean());
  const form = fc.array(pair, { maxLength: 8 }).map((pairs) =>
    pairs
      .map(([[head = "", ...rest], text, isRaw]) => {
        const name = `${head}${rest.map((part) => `[${part}]`).join("")}`;
        return `${name}=${isRaw ? text.replaceAll("#", "") : encodeURIComponent(text)}`;
      })
      .join("&"),
  );
  const path = fc.constantFrom(...posts, ...lists.map((name) => `/v1/${name}`));
  await fc.assert(
    fc.asyncProperty(path, form, async (where, what) => {
      const { status, body } = await ask(url, where, what);
      expect(status).toBeLessThan(500);
      if (status !== 200)
        expect(body.error).toMatchObject({ type: "invalid_request_error", message: expect.any(String) });
    }),
    { numRuns: 300 },
  );
});
