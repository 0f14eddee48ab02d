import { expect, test } from "./shop";

test("a member of staff cuts the sale's quantity, and the shop shows it at once", async ({ page, shop }) => {
  await page.goto("/courses/iv-therapeutics");
  const left = Number(/(\d+) left/.exec(await page.getByRole("main").innerText())?.[1]);
  expect(left).toBeGreaterThan(2);

  await page.goto("/staff/sales");
  await expect(page).toHaveURL(/\/staff\/sign-in/);
  await page.getByLabel("E-mail address").fill(shop.staff.email);
  await page.getByLabel("Password").fill(shop.staff.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/staff\/sales$/);
  await page
    .getByRole("link", { name: /IV Therapeutics/ })
    .first()
    .click();

  const limit = Number(await page.getByLabel("Units in total").inputValue());
  await page.getByLabel("Units in total").fill("zero");
  await page.getByRole("button", { name: /save/i }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByLabel("Units in total")).toHaveValue("zero");
  await page.getByLabel("Units in total").fill(String(limit - left + 3));
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
