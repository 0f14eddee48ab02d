import { parseWithZod } from "@conform-to/zod/v4";
import { expect, test } from "vitest";
import { DecisionForm, RefundRequestForm } from "./form";

const empty = "Tell us why you’d like a refund.";
type Case = { story: string; reason: string | undefined; kept?: string; refused?: string };
const cases: Case[] = [
  { story: "several lines", reason: "Twice,\r\nby mistake", kept: "Twice,\nby mistake" },
  { story: "spaces around it", reason: "  Twice \n", kept: "Twice" },
  { story: "any script", reason: "שלום 😀 放射", kept: "שלום 😀 放射" },
  { story: "control characters, including NUL, which databases reject", reason: "a\u0000b\u0007c\td", kept: "abc\td" },
  {
    story: "1,000 characters with a line break that browsers send as two",
    reason: `${"x".repeat(999)}\r\n`,
    kept: "x".repeat(999),
  },
  { story: "1,001 characters", reason: "x".repeat(1001), refused: "Use at most 1,000 characters." },
  { story: "spaces only", reason: " \r\n ", refused: empty },
  { story: "nothing", reason: "", refused: empty },
  { story: "no field at all", reason: undefined, refused: empty },
];
test.each(cases)("a reason: $story", ({ reason, kept, refused }) => {
  const form = new FormData();
  form.append("units", "a");
  if (reason !== undefined) form.append("reason", reason);
  const submission = parseWithZod(form, { schema: RefundRequestForm });
  if (submission.status === "success") expect(submission.value).toEqual({ units: ["a"], reason: kept });
  else expect(submission.error).toEqual({ reason: [refused] });
});

test("declining needs a reason, approving doesn't", () => {
  const decide = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    const submission = parseWithZod(form, { schema: DecisionForm });
    return submission.status === "success" ? submission.value : submission.error;
  };
  expect(decide({ decision: "declined" })).toEqual({ answer: ["Tell the buyer why."] });
  expect(decide({ decision: "declined", answer: "Because." })).toEqual({ decision: "declined", answer: "Because." });
  expect(decide({ decision: "granted" })).toEqual({ decision: "granted" });
});
