import { expect, test } from "vitest";
import { readDiscipline, readListingQuery } from "./listing-query";

test.each([
  { query: "", purpose: "structured-education", paper: "letter" },
  { query: "?for=cqr&paper=a4", purpose: "cqr", paper: "a4" },
  { query: "?for=anything&paper=legal&page=9", purpose: "structured-education", paper: "letter" },
])("a shared link always works: $query", ({ query, ...expected }) => {
  expect(readListingQuery(`https://shop.example/listings/CT${query}`)).toEqual(expected);
});

test.each([
  { param: "CT", expected: "CT" },
  { param: "ct", expected: "CT" },
  { param: "XX", expected: undefined },
  { param: undefined, expected: undefined },
])("a listing's URL names a discipline: $param", ({ param, expected }) => {
  expect(readDiscipline(param)).toBe(expected);
});
