import { expect, test } from "vitest";
import { findRuleProblems } from "./rules.mjs";

const rules = `# BAKING: bread
Numbers are never reused.

## 1. Flour
Weighed.

## 2.10. Ovens
- (a) Hot before the bread goes in.
- (b) Cold before they are cleaned.
`;
const cited = 'test("BAKING 1, 2.10 and 2.10a: bread", bake); // BAKING 2.10b';

type Case = { story: string; rules?: string; code?: string; tests?: string; expected: string[] };

test.each<Case>([
  { story: "every rule exists and is cited by a test", expected: [] },
  { story: "code may cite what a test cites", code: "// BAKING 2.10 and 1: hot", expected: [] },
  {
    story: "a number that doesn't exist",
    code: "\n// BAKING 3",
    expected: ["app/oven.ts:2: there is no BAKING 3 in docs/rules"],
  },
  {
    story: "one number in a list",
    code: "// BAKING 1, 2 and 2.10",
    expected: ["app/oven.ts:1: there is no BAKING 2 in docs/rules"],
  },
  {
    story: "a part that doesn't exist",
    code: "// BAKING 1a",
    expected: ["app/oven.ts:1: there is no BAKING 1a in docs/rules"],
  },
  { story: "no number", code: "// BAKING: hot", expected: ["app/oven.ts:1: BAKING is cited without a number"] },
  {
    story: "a word that only begins or ends the same isn't a citation",
    code: "HOMEBAKING 9, BAKING_TIME 9",
    expected: [],
  },
  {
    story: "a rule that only code cites",
    rules: `${rules}## 3. Salt\nA pinch.`,
    code: "// BAKING 3",
    expected: ["docs/rules/baking.md:10: no test cites BAKING 3"],
  },
  {
    story: "a part of a cited rule that nothing cites",
    tests: "BAKING 1, BAKING 2.10 and 2.10a",
    expected: ["docs/rules/baking.md:9: no test cites BAKING 2.10b"],
  },
  {
    story: "the same number twice",
    rules: `${rules}## 1. Salt\nA pinch.`,
    expected: ["docs/rules/baking.md:10: there are two BAKING 1"],
  },
  {
    story: "a heading without a number",
    rules: `${rules}### Salt`,
    expected: ['docs/rules/baking.md:10: a heading must be "## NUMBER. Title"'],
  },
  {
    story: "a file without a book",
    rules: "# Bread\n",
    expected: [
      'docs/rules/baking.md:1: the title must be "# BOOK: what it is about", with a unique book name',
      "docs/rules has no rules",
    ],
  },
])("$story", ({ rules: text = rules, code = "", tests = cited, expected }) => {
  expect(
    findRuleProblems([
      { file: "docs/rules/baking.md", text },
      { file: "app/oven.ts", text: code },
      { file: "app/oven.test.ts", text: tests },
    ]),
  ).toEqual(expected);
});

test.each(["app/oven.test.tsx", "tests/journeys/bread.spec.ts", "tests/faults/fire.ts"])("a test may be %s", (file) => {
  expect(
    findRuleProblems([
      { file: "docs/rules/baking.md", text: rules },
      { file, text: cited },
    ]),
  ).toEqual([]);
});
