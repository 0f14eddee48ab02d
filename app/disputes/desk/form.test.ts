import { parseWithZod } from "@conform-to/zod/v4";
import { expect, test } from "vitest";
import { DisputeForm } from "./form";

test.each([
  { story: "lines", note: " It was signed for,\r\nand opened. ", kept: "It was signed for,\nand opened." },
  {
    story: "control characters, including NUL, which databases reject",
    note: "Signed\u0000 for\u0007",
    kept: "Signed for",
  },
  { story: "nothing", note: "", kept: "" },
])("the staff's statement: $story", ({ note, kept }) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ step: "save", note })) form.append(name, value);
  expect(parseWithZod(form, { schema: DisputeForm })).toMatchObject({ status: "success", value: { note: kept } });
});

test("a note that is too long is rejected with any kind of line ending", () => {
  expect(DisputeForm.safeParse({ step: "save", note: "x".repeat(5001) }).success).toBe(false);
  expect(DisputeForm.safeParse({ step: "save", note: `${"x".repeat(4998)}\r\nx` }).success).toBe(true);
});
