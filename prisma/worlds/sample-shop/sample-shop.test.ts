import { expect, test } from "vitest";
import { type DisciplineCode, disciplineCodes, specification, specificationOn } from "~/catalog/read/disciplines";
import { parseCredits } from "~/core/credits";
import { daysBetween } from "~/core/dates";
import { readCourses } from "./read-courses";

const worldDay = "2026-11-24";
const courses = readCourses();
const creditsOf = (text: string) => parseCredits(text) ?? Number.NaN;
const unique = (values: string[]) => new Set(values).size === values.length;

test("at least 48 courses across all disciplines, each with its own name and reference number", () => {
  expect(courses.length).toBeGreaterThanOrEqual(48);
  for (const code of disciplineCodes)
    expect([code, courses.some(({ disciplines }) => disciplines.includes(code))]).toEqual([code, true]);
  expect(unique(courses.map(({ slug }) => slug))).toBe(true);
  expect(unique(courses.map(({ title }) => title))).toBe(true);
  expect(unique(courses.map(({ summary }) => summary))).toBe(true);
  expect(unique(courses.map(({ approval }) => approval.referenceNumber))).toBe(true);
});

test("at least 12 courses have a text and a post-test of 12 or more questions, each answered in a section of the text", () => {
  const complete = courses.flatMap(({ slug, readingText, postTest }) =>
    postTest ? [{ slug, readingText, postTest }] : [],
  );
  expect(complete.length).toBeGreaterThanOrEqual(12);
  for (const { slug, readingText, postTest } of complete) {
    expect(postTest.questions.length, slug).toBeGreaterThanOrEqual(12);
    expect((readingText ?? "").split(/\s+/).length, slug).toBeGreaterThan(1500);
    const headings = [...(readingText ?? "").matchAll(/^## (.+)$/gm)].map(([, heading]) => heading?.trim());
    for (const { stem, choices, section } of postTest.questions) {
      expect(headings, `${slug}: ${stem}`).toContain(section);
      expect(unique(choices), `${slug}: ${stem}`).toBe(true);
    }
    expect(unique(postTest.questions.map(({ stem }) => stem)), slug).toBe(true);
  }
});

test("credits range from 1 to 24, and EDUCATION 4: no discipline has more than the course's total", () => {
  const totals = courses.map(({ approval }) => creditsOf(approval.credits));
  expect([Math.min(...totals), Math.max(...totals)]).toEqual([100, 2400]);
  for (const { slug, approval } of courses)
    for (const { discipline, credits } of approval.distributions) {
      const sum = Object.values(credits).reduce((total, amount) => total + creditsOf(amount), 0);
      expect(sum, `${slug} ${discipline}`).toBeLessThanOrEqual(creditsOf(approval.credits));
    }
});

test("every distribution is for one of the course's disciplines, by the subcategories of the specification in force at approval", () => {
  for (const { slug, disciplines, approval } of courses) {
    const counted = approval.distributions.map(({ discipline }) => discipline);
    expect(unique(counted), slug).toBe(true);
    expect([...counted].sort(), slug).toEqual(disciplines.filter((code) => code !== "RRA").sort());
    for (const { discipline, specification: from, credits } of approval.distributions) {
      const code = discipline as DisciplineCode;
      expect(specificationOn(code, approval.from)?.effectiveFrom, `${slug} ${code}`).toBe(from);
      const known = specification(code, from)?.contentCategories.flatMap(({ subcategories }) =>
        subcategories.map((sub) => sub.code),
      );
      for (const subcategory of Object.keys(credits)) expect(known, `${slug} ${code}`).toContain(subcategory);
    }
  }
});

test("one approval ends soon, one has ended, one book is out of stock, and every format is sold", () => {
  const days = courses.map(({ approval }) => daysBetween(worldDay, approval.to));
  expect(days.filter((left) => left < 0)).toHaveLength(1);
  expect(days.filter((left) => left >= 0 && left <= 60)).toHaveLength(1);
  const books = courses.flatMap(({ formats }) => formats["book-by-mail"] ?? []);
  expect(books.filter(({ stock }) => stock === 0)).toHaveLength(1);
  expect(courses.some(({ formats }) => formats.ebook)).toBe(true);
  expect(courses.some(({ formats }) => formats["test-only"])).toBe(true);
  expect(new Set(courses.map(({ approval }) => approval.category))).toEqual(new Set(["A", "A+"]));
});
