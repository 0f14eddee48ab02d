import fc from "fast-check";
import { expect, test } from "vitest";
import { disciplineCodes } from "../read/disciplines";
import { formats } from "../read/formats";
import { catalogPath, readFilters, sorts } from "./filters";

const read = (query: string) => readFilters(new URLSearchParams(query));

test.each([
  ["unknown discipline", "discipline=XX&q=dose", "/catalog?q=dose"],
  ["a category without a discipline", "category=SA", "/catalog"],
  ["a category that the discipline lacks", "discipline=M&category=SA&category=PC", "/catalog?discipline=M&category=PC"],
  ["an unknown format next to a known one", "format=vhs&format=ebook", "/catalog?format=ebook"],
  ["credits that aren't a number", "creditsFrom=many&creditsTo=5", "/catalog?creditsTo=5"],
  ["a reversed range", "priceFrom=50&priceTo=20", "/catalog?priceFrom=20.00&priceTo=50.00"],
  ["an invalid page", "page=-3", "/catalog"],
  ["relevance without a search", "sort=relevance", "/catalog"],
  ["blank fields of a plain form", "q=&discipline=&creditsFrom=&priceTo=&sort=title", "/catalog"],
  ["a duplicate", "format=ebook&format=ebook", "/catalog?format=ebook"],
])("a shared link always works: %s", (_story, query, path) => {
  expect(catalogPath(read(query))).toBe(path);
});

const anything = fc.oneof(
  fc.string(),
  fc.constantFrom("0", "1", "2.5", "16.25", "$30", "PC", "SA", ...disciplineCodes, ...formats, ...sorts),
);
const names = [
  "q",
  "discipline",
  "category",
  "format",
  "creditsFrom",
  "creditsTo",
  "priceFrom",
  "priceTo",
  "ended",
  "sort",
  "page",
];

test("any query string can be read, and its canonical URL means the same", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...names), anything)), (pairs) => {
      const filters = readFilters(new URLSearchParams(pairs));
      const path = catalogPath(filters);
      const again = readFilters(new URL(path, "https://shop.example").searchParams);
      expect(catalogPath(again)).toBe(path);
      expect({ ...again, category: again.category.toSorted(), format: again.format.toSorted() }).toEqual({
        ...filters,
        category: filters.category.toSorted(),
        format: filters.format.toSorted(),
      });
    }),
    { numRuns: 500 },
  );
});
