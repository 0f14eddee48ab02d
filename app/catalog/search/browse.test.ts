import { expect, test } from "vitest";
import { credits } from "~/core/credits";
import { CourseFormatId, CourseId } from "~/core/ids";
import { type Cents, cents } from "~/core/money";
import type { Course } from "../read/course";
import type { DisciplineCode } from "../read/disciplines";
import type { Format } from "../read/formats";
import { browse } from "./browse";
import { readFilters } from "./filters";

const today = "2026-11-24";

type Sketch = {
  disciplines: DisciplineCode[];
  gives?: Partial<Record<DisciplineCode, Record<string, number>>>;
  credits?: number;
  formats?: Partial<Record<Format, number>>;
  published?: string;
  ends?: string;
};

const versions: Partial<Record<DisciplineCode, string>> = { CT: "2017-07-01", MR: "2020-01-01", M: "2025-09-01" };

function course(id: string, sketch: Sketch): Course {
  const { disciplines, gives = {}, formats = { ebook: 2000 } } = sketch;
  return {
    id: CourseId.parse(id),
    slug: id,
    title: id,
    subtitle: null,
    summary: "",
    objectives: [],
    authors: [],
    pageCount: 10,
    publishedOn: sketch.published ?? "2026-01-01",
    disciplines,
    approval: {
      id,
      approver: "Approver",
      referenceNumber: id,
      category: "A",
      startsOn: "2024-01-01",
      endsOn: sketch.ends ?? "2028-12-31",
      credits: credits(sketch.credits ?? 300),
      distributions: Object.entries(gives).map(([code, amounts]) => ({
        discipline: code as DisciplineCode,
        specification: versions[code as DisciplineCode] ?? "",
        credits: new Map(Object.entries(amounts).map(([sub, amount]) => [sub, credits(amount)])),
      })),
    },
    formats: Object.entries(formats).map(([format, price]) => ({
      id: CourseFormatId.parse(`${id}.${format}`),
      format: format as Format,
      price: cents(price),
      isbn: null,
      weightGrams: null,
      stockId: null,
    })),
    isComplete: true,
  };
}

const courses = [
  course("dose", { disciplines: ["CT", "MR"], gives: { CT: { "SA.RSAD": 300 }, MR: { "PC.PIAM": 100 } } }),
  course("contrast", { disciplines: ["CT"], gives: { CT: { "PC.PIAM": 250 } }, credits: 250, published: "2026-06-01" }),
  course("positioning", { disciplines: ["M"], gives: { M: { "PR.MPAP": 200 } }, formats: { book_by_mail: 4000 } }),
  course("old", { disciplines: ["M"], gives: { M: { "PC.PIAM": 100 } }, ends: "2026-11-23" }),
  course("last day", { disciplines: ["MR"], ends: today, credits: 1200 }),
];

function show(query: string, extra: { prices?: Map<CourseFormatId, Cents>; ranks?: Map<CourseId, number> } = {}) {
  return browse(courses, readFilters(new URLSearchParams(query)), { prices: new Map(), today, ...extra });
}
const ids = (query: string) => show(query).courses.map(({ id }) => id);

test.each([
  ["everything that still counts, by title", "", ["contrast", "dose", "last day", "positioning"]],
  ["EDUCATION 7: on the approval's last day a course still counts", "discipline=MR", ["dose", "last day"]],
  ["ended ones are shown on request, last", "ended=1", ["contrast", "dose", "last day", "positioning", "old"]],
  ["a discipline", "discipline=CT", ["contrast", "dose"]],
  ["a category of the discipline", "discipline=CT&category=SA", ["dose"]],
  ["EDUCATION 3: another discipline's credits do not count", "discipline=MR&category=SA", []],
  ["categories add up", "discipline=CT&category=SA&category=PC", ["contrast", "dose"]],
  ["a category that the discipline lacks asks for nothing", "discipline=M&category=SA", ["positioning"]],
  ["a format", "format=book_by_mail", ["positioning"]],
  ["credits from", "creditsFrom=3", ["dose", "last day", "positioning"]],
  ["credits to, included", "creditsTo=2.5", ["contrast"]],
  ["most credits first", "sort=credits", ["last day", "dose", "positioning", "contrast"]],
  ["newest first", "sort=newest", ["contrast", "dose", "last day", "positioning"]],
  ["approval that ends first", "sort=approval", ["last day", "contrast", "dose", "positioning"]],
])("%s: ?%s", (_story, query, expected) => {
  expect(ids(query)).toEqual(expected);
});

test("prices are what is asked now, not what the catalog says", () => {
  const prices = new Map([[CourseFormatId.parse("dose.ebook"), cents(1500)]]);
  expect(show("priceTo=15", { prices }).courses.map(({ id }) => id)).toEqual(["dose"]);
  expect(show("sort=price", { prices }).courses[0]?.id).toBe("dose");
});

test("a search shows only what answers it, best first", () => {
  const ranks = new Map([
    [CourseId.parse("dose"), 1],
    [CourseId.parse("positioning"), 7],
  ]);
  expect(show("q=x", { ranks }).courses.map(({ id }) => id)).toEqual(["positioning", "dose"]);
});

test("a choice's count is what choosing it shows", () => {
  const { counts, ended } = show("discipline=CT&category=PC");
  expect(Object.fromEntries(counts.disciplines)).toMatchObject({ CT: 1, MR: 1, M: 0 });
  expect(Object.fromEntries(counts.categories)).toEqual({ PC: 1, SA: 1 });
  expect(ended).toBe(0);
  for (const [code, count] of counts.disciplines) expect(ids(`discipline=${code}&category=PC`)).toHaveLength(count);
});

test("ended courses are counted, not hidden silently", () => {
  expect(show("discipline=M").ended).toBe(1);
});

test("a page past the last one shows the last one", () => {
  expect(show("page=99")).toMatchObject({ page: 1, pages: 1, total: 4 });
});
