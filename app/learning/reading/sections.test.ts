import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sectionId, sectionsOf } from "./sections";

test("a text's sections are found, and look-alikes are not", () => {
  const text =
    "Lead.\n\n## The *first* one\n\ntext\n\n```\n## code\n```\n\n### Smaller\n\n## Dose & risk: 2.5 µGy ##\n";
  expect(sectionsOf(text)).toEqual([
    { id: "section-the-first-one", title: "The first one" },
    { id: "section-dose-risk-2-5-μgy", title: "Dose & risk: 2.5 µGy" },
  ]);
});

test("every question of a sample test points to a section of its text", () => {
  const folder = "prisma/worlds/sample-shop/readings";
  const text = readFileSync(`${folder}/managing-dose-in-fluoroscopy.md`, "utf8");
  const { questions } = JSON.parse(readFileSync(`${folder}/managing-dose-in-fluoroscopy.questions.json`, "utf8"));
  const ids = new Set(sectionsOf(text).map(({ id }) => id));
  expect(questions.filter(({ section }: { section: string }) => !ids.has(sectionId(section)))).toEqual([]);
});
