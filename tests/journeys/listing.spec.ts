import Sqlite from "better-sqlite3";
import { pdfText } from "../support/pdf-text";
import { expect, test } from "./shop";

type Total = { category: string; credits: number };

/** The figures of a discipline's listing, straight from the database. */
function totalsOf(database: string): { courses: number; categories: Total[] } {
  const file = new Sqlite(database, { readonly: true });
  const approved = `FROM "CreditDistribution" d JOIN "Approval" a ON a."id" = d."approvalId" WHERE d."discipline" = 'CT' AND a."endsOn" >= date('now')`;
  const courses = file
    .prepare<[], { courses: number }>(`SELECT COUNT(DISTINCT a."courseId") AS courses ${approved}`)
    .get();
  const categories = file
    .prepare<[], Total>(
      `SELECT substr(d."subcategory", 1, 2) AS category, SUM(d."creditsHundredths") AS credits ${approved} GROUP BY 1`,
    )
    .all();
  file.close();
  return { courses: courses?.courses ?? 0, categories };
}

test("a listing is printed, and its figures match the database", async ({ page, shop }) => {
  const { courses, categories } = totalsOf(shop.database);
  expect(courses).toBeGreaterThan(5);
  expect(categories).toHaveLength(4);

  await page.goto("/listings");
  await page
    .getByRole("main")
    .getByRole("link", { name: /Computed Tomography|CT/ })
    .first()
    .click();
  const listing = page.getByRole("main");
  await expect(listing).toContainText(`${courses} courses`);
  for (const { credits } of categories) await expect(listing).toContainText((credits / 100).toFixed(2));

  const link = await page.getByRole("link", { name: /PDF.*Letter/ }).getAttribute("href");
  const pdf = await page.request.get(link ?? "");
  expect(pdf.headers()["content-type"]).toContain("application/pdf");
  const pages = pdfText(await pdf.body());
  const printed = pages.join("\n");
  for (const { credits } of categories) expect(printed).toContain((credits / 100).toFixed(2));
  expect(printed).toContain(`${courses} courses`);
  expect(pages.at(-1)).toContain(`${pages.length} of ${pages.length}`);

  // The page itself, printed.
  await page.emulateMedia({ media: "print" });
  expect((await page.pdf({ format: "Letter", preferCSSPageSize: true })).byteLength).toBeGreaterThan(10_000);
});
