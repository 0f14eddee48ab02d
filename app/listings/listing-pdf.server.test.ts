import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { formatCreditColumn } from "~/core/credits";
import type { Paper } from "~/core/paper";
import { pdfText } from "../../tests/support/pdf-text";
import { drawListing } from "./listing-pdf.server";
import { readListing } from "./listings.server";
import { purposes } from "./purpose";
import { versionTitle } from "./titles";

async function print(
  discipline: "CT" | "BS" | "RRA" | "R",
  purpose: (typeof purposes)[number],
  paper: Paper = "letter",
) {
  const read = await readListing(discipline, purpose);
  const pdf = await buffer(drawListing(read, { paper, compress: false }));
  const pages = pdfText(pdf);
  // Rejoin wrapped lines.
  return { read, pdf, pages, text: pages.join("\n").replaceAll(/\s+/g, " ") };
}

test.each(purposes)("the PDF for %s has every course with its number and credits, and the totals", async (purpose) => {
  const { read, text } = await print("CT", purpose);
  for (const { rows, columns, totals, version } of read.listing.sections) {
    expect(version?.standing).toBe("in-force");
    for (const row of rows) {
      expect(text).toContain(row.title);
      expect(text).toContain(row.referenceNumber);
      expect(text).toContain(row.byColumn.map(formatCreditColumn).join(" "));
    }
    for (const { name } of columns) expect(text).toContain(name);
    expect(text).toContain(totals.byColumn.map(formatCreditColumn).join(" "));
    expect(text).toContain(`Entire list, ${rows.length} courses`);
  }
  expect(text).toContain("ARRT) decides");
});

test("every page repeats the table head, page number, page count, print date, and live URL", async () => {
  const { read, pages } = await print("R", "structured-education");
  expect(pages.length).toBeGreaterThan(1);
  pages.forEach((page, at) => {
    const text = page.replaceAll(/\s+/g, " ");
    expect(text).toContain("Formats and prices");
    expect(text).toContain(`Page ${at + 1} of ${pages.length}`);
    expect(text).toContain(`Printed ${read.asOf}`);
    expect(text).toContain("Live version: http://localhost:3000/listings/R?for=structured-education");
  });
});

test("rows are never split: a course's title, facts, and prices are on one page", async () => {
  const { read, pages } = await print("R", "cqr");
  for (const { rows } of read.listing.sections)
    for (const { title, referenceNumber } of rows) {
      const page = pages.map((text) => text.replaceAll(/\s+/g, " ")).find((text) => text.includes(title));
      expect(page).toContain(referenceNumber);
    }
});

test("another version of the content specification has its own heading", async () => {
  const { read, text } = await print("BS", "cqr");
  const versions = read.listing.sections.flatMap(({ version }) => version ?? []);
  expect(versions).toHaveLength(2);
  for (const version of versions) expect(text).toContain(versionTitle(version));
});

test("R.R.A. is listed by total and category A+", async () => {
  const { text } = await print("RRA", "structured-education");
  expect(text).toContain("are not confirmed");
  expect(text).toContain("category A+: 47.75");
});

test.each([
  { paper: "letter" as const, box: "[0 0 792 612]" },
  { paper: "a4" as const, box: "[0 0 841.89 595.28]" },
])("on $paper paper, with embedded fonts, title, and language", async ({ paper, box }) => {
  const pdf = (await print("CT", "cqr", paper)).pdf.toString("latin1");
  expect(pdf).toContain(`/MediaBox ${box}`);
  expect(pdf.match(/\/FontFile2 /g)).toHaveLength(3);
  expect(pdf).toContain("/Lang (en-US)");
  expect(pdf).not.toContain("/BaseFont /Helvetica");
});
