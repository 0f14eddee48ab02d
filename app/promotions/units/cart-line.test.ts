import { expect, test } from "vitest";
import type { Course, CourseFormat } from "~/catalog/read/course";
import { credits } from "~/core/credits";
import { CourseFormatId, CourseId } from "~/core/ids";
import { cents } from "~/core/money";
import { toCartLine } from "./cart-line";

const format: CourseFormat = {
  id: CourseFormatId.parse("doses.ebook"),
  format: "ebook",
  price: cents(2800),
  isbn: null,
  weightGrams: null,
  stockId: null,
};
const course: Course = {
  ...{
    id: CourseId.parse("doses"),
    slug: "doses-in-ct",
    title: "Doses",
    subtitle: null,
    summary: "",
    objectives: [],
    authors: [],
  },
  ...{ pageCount: 40, publishedOn: "2026-01-02", isComplete: true, formats: [format] },
  disciplines: ["CT", "R", "RRA", "N"],
  approval: {
    ...{ id: "a", approver: "Lakeshore Council", referenceNumber: "L-1", category: "A", credits: credits(200) },
    ...{ startsOn: "2026-01-01", endsOn: "2028-12-31" },
    distributions: [
      {
        discipline: "CT",
        specification: "2017-07-01",
        credits: new Map([
          ["SA.PS", credits(50)],
          ["SA.RP", credits(50)],
          ["IP.FT", credits(0)],
        ]),
      },
      { discipline: "R", specification: "2022-01-01", credits: new Map([["SA.RP", credits(100)]]) },
      { discipline: "N", specification: "2022-01-01", credits: new Map() },
    ],
  },
};

test("a line has everything a scope can match: disciplines and content categories only if the course has credits in them (EDUCATION 3)", () => {
  expect(toCartLine(course, format, 3)).toEqual({
    id: "doses.ebook",
    quantity: 3,
    regularPrice: 2800,
    courseId: "doses",
    format: "ebook",
    disciplines: ["CT", "R", "RRA"],
    contentCategories: ["CT:SA", "R:SA"],
    approver: "Lakeshore Council",
    creditsHundredths: 200,
  });
});
