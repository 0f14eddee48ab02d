import { parseWithZod } from "@conform-to/zod/v4";
import { expect, test } from "vitest";
import { answerSheet } from "./answers";

const questions = Array.from({ length: 3 }, () => ({ stem: "?", choices: ["a", "b", "c", "d"] }));

function send(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ attempt: "1", test: "course.1", ...fields })) form.append(name, value);
  return parseWithZod(form, { schema: answerSheet(questions) });
}

test("a complete answer sheet is read in question order", () => {
  const sheet = send({ q3: "0", q1: "3", q2: "1" });
  expect(sheet.status === "success" && sheet.value).toEqual({ attempt: 1, test: "course.1", answers: [3, 1, 0] });
});

test("EDUCATION 8: an unanswered question shows an error, and the answers given are kept", () => {
  const sheet = send({ q1: "3" });
  expect(sheet.status).toBe("error");
  const reply = sheet.reply();
  expect(reply.error).toEqual({
    q2: ["Question 2 needs an answer."],
    q3: ["Question 3 needs an answer."],
  });
  expect(reply.initialValue).toMatchObject({ q1: "3" });
});

test.each<Record<string, string>>([
  { q2: "4" },
  { q2: "-1" },
  { q2: "x" },
  { q2: "1.5" },
  { attempt: "0" },
  { attempt: "" },
])("a form is strict: %o", (change) => {
  expect(send({ q1: "0", q2: "0", q3: "0", ...change }).status).toBe("error");
});
