// The rules in docs/rules: every cited number must exist there, and every rule must be cited by a test.
// A file of rules begins with "# BOOK: what it is about"; a rule is a heading "## 6. Title", and a part of it an item "- (a) …".
// They are cited by the book's name in capitals: number 6, or 6 and 6a, or several ("6, 7 and 9").
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folders = ["app", "docs", "prisma", "tests", "tools"];
const ruleFile = /^docs\/rules\/[^/]+\.md$/;
const testFile = /\.test\.tsx?$|\.spec\.ts$|^tests\//;

/** The problems, one per line; undefined if there are none. */
export function checkRules() {
  return findRuleProblems(folders.flatMap(readTexts)).join("\n") || undefined;
}

/** @param {{ file: string, text: string }[]} files  @returns {string[]} */
export function findRuleProblems(files) {
  const { rules, books, problems } = readRules(files.filter(({ file }) => ruleFile.test(file)));
  if (books.length === 0) return [...problems, "docs/rules has no rules"];
  const tested = new Set();
  for (const { name, place, isInTest } of files.flatMap((file) => readCitations(file, books))) {
    if (!/\d/.test(name)) problems.push(`${place}: ${name} is cited without a number`);
    else if (!rules.has(name)) problems.push(`${place}: there is no ${name} in docs/rules`);
    else if (isInTest) tested.add(name);
  }
  for (const [name, place] of rules) if (!tested.has(name)) problems.push(`${place}: no test cites ${name}`);
  return problems;
}

function readRules(files) {
  const rules = new Map();
  const books = [];
  const problems = [];
  for (const { file, text } of files) {
    const [title, ...lines] = text.split("\n");
    const book = /^# ([A-Z]+): \S/.exec(title)?.[1];
    if (!book || books.includes(book)) {
      problems.push(`${file}:1: the title must be "# BOOK: what it is about", with a unique book name`);
      continue;
    }
    books.push(book);
    let rule;
    for (const [index, line] of lines.entries()) {
      const place = `${file}:${index + 2}`;
      const number = /^## (\d+(?:\.\d+)*)\. \S/.exec(line)?.[1];
      const part = /^- \(([a-z])\) \S/.exec(line)?.[1];
      if (number) rule = `${book} ${number}`;
      if (line.startsWith("#") && !number) problems.push(`${place}: a heading must be "## NUMBER. Title"`);
      if (!number && !(part && rule)) continue;
      const name = part ? rule + part : rule;
      if (rules.has(name)) problems.push(`${place}: there are two ${name}`);
      rules.set(name, place);
    }
  }
  return { rules, books, problems };
}

/** Every rule that a file cites; those in a list separately. A book's title is not a citation. */
function readCitations({ file, text }, books) {
  const number = String.raw`\d+(?:\.\d+)*[a-z]?\b`;
  const citation = new RegExp(String.raw`\b(${books.join("|")})\b(?: (${number}(?:(?:, | and )${number})*))?`, "g");
  return text.split("\n").flatMap((line, index) =>
    ruleFile.test(file) && index === 0
      ? []
      : [...line.matchAll(citation)].flatMap(([, book, numbers]) =>
          (numbers?.split(/, | and /) ?? [""]).map((number) => ({
            name: `${book} ${number}`.trim(),
            place: `${file}:${index + 1}`,
            isInTest: testFile.test(file),
          })),
        ),
  );
}

/** Generated code is left out: its comments are copies. */
function readTexts(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = join(folder, entry.name).replaceAll("\\", "/");
    if (entry.isDirectory()) return file === "app/platform/prisma" ? [] : readTexts(file);
    return entry.isFile() && /\.(tsx?|mjs|md|prisma|css)$/.test(file)
      ? [{ file, text: readFileSync(file, "utf8") }]
      : [];
  });
}
