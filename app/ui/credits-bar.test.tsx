import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CreditsBar } from "./credits-bar";

const segments = [
  { code: "PC", name: "Patient Care", credits: 250 },
  { code: "SA", name: "Safety", credits: 0 },
  { code: "PR", name: "Procedures", credits: 50 },
];

test("EDUCATION 14: zero credits in a category is said as 0, and takes no width", () => {
  const html = renderToStaticMarkup(<CreditsBar segments={segments} total={400} compact />);
  expect(html).toContain('<span class="sr-only">Safety</span><span>0</span>');
  // One for the drawing of each category with credits, one for each swatch.
  expect(html.match(/url\(#credits-sa\)/g)).toHaveLength(1);
  expect(html.match(/url\(#credits-pc\)/g)).toHaveLength(2);
});

test("widths are shares of the whole, so that what a discipline does not count stays empty", () => {
  const html = renderToStaticMarkup(<CreditsBar segments={segments} total={400} />);
  expect(html).toContain('<rect x="0%" width="62.5%"');
  expect(html).toContain('<rect x="62.5%" width="12.5%"');
});

test("the drawing is hidden from readers, which hear the figures", () => {
  const html = renderToStaticMarkup(<CreditsBar segments={segments} total={300} label="Computed Tomography" />);
  expect(html).toContain("Computed Tomography: 3 credits by content category");
  expect(html).toContain('<svg aria-hidden="true"');
  expect(html).not.toContain("style=");
});
