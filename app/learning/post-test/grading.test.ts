import { expect, test } from "vitest";
import { correctToPass, grade, mayShowAnswers, openQuestions, Questions } from "./grading";

function testOf(length: number): Questions {
  return Array.from({ length }, (_, index) => ({
    stem: `Question ${index + 1}?`,
    choices: ["one", "two", "three", "four"],
    correct: index % 4,
    rationale: "Because.",
    section: "A section",
  }));
}
const answered = (questions: Questions, correct: number) =>
  questions.map((question, index) => (index < correct ? question.correct : (question.correct + 1) % 4));

test.each([
  { correct: 15, of: 20, passed: true },
  { correct: 14, of: 20, passed: false },
  { correct: 14, of: 19, passed: false },
  { correct: 15, of: 19, passed: true },
  { correct: 9, of: 12, passed: true },
  { correct: 8, of: 12, passed: false },
  { correct: 0, of: 1, passed: false },
  { correct: 20, of: 20, passed: true },
])("EDUCATION 8: $correct of $of passes: $passed", ({ correct, of, passed }) => {
  const questions = testOf(of);
  expect(grade(questions, answered(questions, correct))).toEqual({ correct, questions: of, passed });
  expect(correct >= correctToPass(of)).toBe(passed);
});

test("EDUCATION 8: a test with an unanswered question is never graded", () => {
  const questions = testOf(20);
  expect(() => grade(questions, answered(questions, 19).slice(1))).toThrow(RangeError);
});

test("EDUCATION 8, SECURITY 15.3.1: before passing, the browser gets neither correct choices nor explanations", () => {
  for (const question of openQuestions(testOf(4))) expect(Object.keys(question)).toEqual(["stem", "choices"]);
});

test.each([
  { policy: "after-passing", passed: false, locked: false, shown: false },
  { policy: "after-passing", passed: false, locked: true, shown: false },
  { policy: "after-passing", passed: true, locked: false, shown: true },
  { policy: "after-passing-or-last-attempt", passed: false, locked: true, shown: true },
  { policy: "after-passing-or-last-attempt", passed: false, locked: false, shown: false },
  { policy: "never", passed: true, locked: false, shown: false },
] as const)(
  "EDUCATION 8: answers $policy; passed $passed, locked $locked: $shown",
  ({ policy, shown, ...standing }) => {
    expect(mayShowAnswers(policy, standing)).toBe(shown);
  },
);

test("a stored test whose correct choice doesn't exist is rejected", () => {
  const [question] = testOf(1);
  expect(Questions.safeParse([{ ...question, correct: 4 }]).success).toBe(false);
  expect(Questions.safeParse([]).success).toBe(false);
});
