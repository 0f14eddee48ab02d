import { expect, test } from "vitest";
import { readCatalog } from "../read/catalog.server";
import { searchCatalog } from "./search.server";

async function find(words: string): Promise<string[]> {
  return [...searchCatalog(await readCatalog(), words).keys()];
}

test.each([
  ["a title", "iv therapeutics", "iv-therapeutics"],
  ["the beginning of a word", "tomosyn", "tomosynthesis-slice-by-slice"],
  ["a misspelled word", "fluroscopy dose", "managing-dose-in-fluoroscopy"],
  ["a common name", "dexa", "bone-densitometry-foundations"],
  ["a reference number", "LCI-0241187-03", "ct-radiation-dose-and-protection"],
  ["an author", "Oduya", "ct-radiation-dose-and-protection"],
])("search finds %s: %s", async (_story, words, slug) => {
  expect((await find(words)).slice(0, 3)).toContain(slug);
});

test("if courses match all the words, those that match only one are left out", async () => {
  const all = await find("mri safety");
  const one = await find("safety");
  expect(all.length).toBeLessThan(one.length);
  expect(all[0]).toBe("mri-screening-and-safety");
});

test("nonsense matches nothing", async () => {
  expect(await find("zzqqxxyy")).toEqual([]);
});

test("SECURITY 40: words after the twelfth are not looked up, and neither are the misspellings of endless ones", async () => {
  const dozen = `iv therapeutics ${"iv ".repeat(10)}`;
  expect(await find(`${dozen} zzqqxxyy`)).toEqual(await find(dozen));
  expect(await find(`fluoroscopy${"y".repeat(40)}`)).toEqual([]);
});
