import { parseWithZod } from "@conform-to/zod/v4";
import { expect, test } from "vitest";
import { effectsOf, RefundForm, reasonOf, whatOf } from "./form";

const filled = { kind: "full", reason: "twice", access: "ends" };

type Fields = Record<string, string | string[]>;

function read(fields: Fields) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...filled, ...fields }))
    for (const one of [value].flat()) form.append(name, one);
  return parseWithZod(form, { schema: RefundForm });
}

function choose(fields: Fields) {
  const submission = read(fields);
  if (submission.status !== "success") throw new Error(JSON.stringify(submission.error));
  return submission.value;
}

test.each<{ story: string; fields: Fields; what: object }>([
  { story: "the whole order", fields: {}, what: { kind: "full" } },
  {
    story: "units and shipping",
    fields: { kind: "units", units: ["a", "b"], shipping: "on" },
    what: { kind: "units", enrollmentIds: ["a", "b"], shipping: true },
  },
  {
    story: "one unit",
    fields: { kind: "units", units: "a" },
    what: { kind: "units", enrollmentIds: ["a"], shipping: false },
  },
  { story: "an amount", fields: { kind: "amount", amount: "$12.50" }, what: { kind: "amount", cents: 1250 } },
])("$story", ({ fields, what }) => {
  expect(whatOf(choose(fields))).toEqual(what);
});

test.each<{ story: string; fields: Fields; field: string }>([
  { story: "units without any", fields: { kind: "units" }, field: "units" },
  { story: "an amount that isn't a number", fields: { kind: "amount", amount: "ten" }, field: "amount" },
  { story: "an amount of zero", fields: { kind: "amount", amount: "0" }, field: "amount" },
  { story: "another reason without details", fields: { reason: "other" }, field: "words" },
  { story: "no reason", fields: { reason: "" }, field: "reason" },
  { story: "an invalid token", fields: { token: "a\u0000b" }, field: "token" },
  { story: "no choice about access", fields: { access: "" }, field: "access" },
])("$story is rejected next to its field", ({ fields, field }) => {
  const submission = read(fields);
  expect(Object.keys(submission.reply().error ?? {})).toEqual([field]);
});

test("a refund by amount changes neither access nor stock, even if other boxes are checked", () => {
  expect(effectsOf(choose({ kind: "amount", amount: "5.00", restock: "on" }))).toEqual({
    restock: false,
    withdrawAccess: false,
  });
  expect(effectsOf(choose({ restock: "on", access: "ends" }))).toEqual({ restock: true, withdrawAccess: true });
  expect(effectsOf(choose({ access: "stays" }))).toEqual({ restock: false, withdrawAccess: false });
});

test("the reason is saved as text, without control characters", () => {
  expect(reasonOf(choose({ words: "wrote\u0000 on Monday\u0007" }))).toBe("Bought twice: wrote on Monday");
  expect(reasonOf(choose({ words: "wrote on Monday" }))).toBe("Bought twice: wrote on Monday");
  expect(reasonOf(choose({}))).toBe("Bought twice");
});
