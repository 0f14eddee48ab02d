import { expect, test } from "vitest";
import { questionGroups } from "./questions";

const questions = questionGroups.flatMap((group) => group.questions);

test("each question has its own anchor", () => {
  expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
});

test.each([
  { rule: "EDUCATION 8", words: ["75 percent", "15 of 20", "14 of 19", "three attempts"] },
  { rule: "EDUCATION 11", words: ["June 30", "December 31", "February 28"] },
  { rule: "EDUCATION 12", words: ["at least 4 years"] },
  { rule: "EDUCATION 13", words: ["no refund"] },
])("$rule is in the answers", ({ words }) => {
  const text = questions.flatMap(({ answer }) => answer).join(" ");
  for (const word of words) expect(text).toContain(word);
});
