import { signIn } from "../support/browser/sign-in.mjs";
import { expect, test } from "./shop";

test("a staff member cuts the sale's quantity, and the shop shows it right away", async ({ page, shop }) => {
  await page.goto("/courses/iv-therapeutics");
  const left = Number(/(\d+) left/.exec(await page.getByRole("main").innerText())?.[1]);
  expect(left).toBeGreaterThan(2);

  await page.goto("/staff/promotions");
  await expect(page).toHaveURL(/\/staff\/sign-in/);
  await signIn(page, shop.staff);
  await expect(page).toHaveURL(/\/staff\/promotions$/);
  await page
    .getByRole("link", { name: /IV Therapeutics/ })
    .first()
    .click();

  const limit = Number(await page.getByLabel("Total units").inputValue());
  await page.getByLabel("Total units").fill("zero");
  await page.getByRole("button", { name: /save/i }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByLabel("Total units")).toHaveValue("zero");
  await page.getByLabel("Total units").fill(String(limit - left + 3));
  await page.getByRole("button", { name: /save/i }).click();
  await expect(page.getByRole("alert")).toHaveCount(0);

  await page.goto("/courses/iv-therapeutics");
  await expect(page.getByRole("main")).toContainText("3 left");
  await page.goto("/");
  await expect(page.getByRole("main")).toContainText("3 left");

  await page.goto("/staff/audit");
  await expect(page.getByRole("main")).toContainText(shop.staff.email);

  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toHaveCount(0);
  await page.goto("/staff/orders");
  await expect(page).toHaveURL(/\/staff\/sign-in/);
});

test("a new staff member puts a course on sale: last 40, two per customer, until Sunday midnight", async ({
  page,
  shop,
}) => {
  await page.goto("/staff/promotions");
  await signIn(page, shop.staff);
  await page.getByRole("link", { name: "New promotion" }).click();
  await page.getByRole("link", { name: "Limited sale" }).click();
  await page.getByRole("group", { name: "Courses on sale" }).getByLabel("Joint by Joint").check();
  await page.getByLabel("Price or discount").fill("9.50");
  await page.getByLabel("Total units").fill("40");
  await page.getByLabel("Limit per customer").fill("2");
  const monday = new Date();
  monday.setDate(monday.getDate() + 8 - (monday.getDay() || 7));
  await page.getByLabel("Ends").fill(`${monday.toISOString().slice(0, 10)}T00:00`);
  await page.getByRole("button", { name: "Create promotion" }).click();
  await expect(page.getByRole("main")).toContainText("Created.");
  await expect(page.getByRole("main")).toContainText("40 of 40");
  const name = await page.getByRole("heading", { level: 1 }).innerText();
  expect(name).toContain("at $9.50");

  await page.goto("/catalog?q=joint+by+joint");
  await expect(page.getByRole("main")).toContainText("$9.50");

  await page.goto("/staff/promotions");
  await page.getByRole("link", { name }).click();
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByRole("main")).toContainText("Paused");
});

test("two tabs on the settings: whoever saves second sees what changed, and can then save again", async ({
  page,
  context,
  shop,
}) => {
  await page.goto("/staff/settings");
  await signIn(page, shop.staff);
  const other = await context.newPage();
  await other.goto("/staff/settings");
  await page.getByLabel(/Refund window/).fill("45");
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByRole("main")).toContainText("Saved.");

  await other.getByLabel(/Refund window/).fill("60");
  await other.getByRole("button", { name: "Save settings" }).click();
  await expect(other.getByRole("alert")).toContainText("Someone else saved first");
  await expect(other.getByRole("row", { name: /Refund window/ })).toContainText("45 days");
  await expect(other.getByLabel(/Refund window/)).toHaveValue("60");
  await other.getByRole("button", { name: "Replace with my version" }).click();
  await expect(other.getByRole("main")).toContainText("Saved.");
  await expect(other.getByRole("alert")).toHaveCount(0);
  await page.goto("/staff/settings");
  await expect(page.getByLabel(/Refund window/)).toHaveValue("60");
});
