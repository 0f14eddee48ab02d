import { parseWithZod } from "@conform-to/zod/v4";
import { expect, test } from "vitest";
import { CopiesForm } from "./copies-form";

function send(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return parseWithZod(form, { schema: CopiesForm });
}
const received = { direction: "received", copies: "25", reason: "Second printing" };

test.each([
  { fields: received, change: 25 },
  { fields: { ...received, direction: "removed" }, change: -25 },
])("$fields.direction copies change the stock by $change", ({ fields, change }) => {
  expect(send(fields)).toMatchObject({ status: "success", value: { change, reason: "Second printing" } });
});

test.each([
  { fields: { ...received, copies: "0" }, field: "copies" },
  { fields: { ...received, copies: "-3" }, field: "copies" },
  { fields: { ...received, copies: "1e3" }, field: "copies" },
  { fields: { ...received, copies: "" }, field: "copies" },
  { fields: { ...received, reason: "   " }, field: "reason" },
  { fields: { ...received, reason: "a".repeat(201) }, field: "reason" },
  { fields: { ...received, direction: "sideways" }, field: "direction" },
])("the form rejects $fields", ({ fields, field }) => {
  expect(Object.keys(send(fields).reply().error ?? {})).toEqual([field]);
});
