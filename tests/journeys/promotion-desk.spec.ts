import { signIn } from "../support/browser/sign-in.mjs";
import { expect, test } from "./shop";

test("a group price that contradicts itself is rejected and keeps what was checked and typed; once corrected, it is created", async ({
  page,
  shop,
}) => {
  await page.goto("/staff/promotions/new?kind=quantity-tiers");
  await signIn(page, shop.staff);
  const courses = page.getByRole("group", { name: "Courses with a group price" });
  await courses.getByLabel("Joint by Joint").check();
  await page.getByLabel("Minimum quantity", { exact: true }).fill("3");
  await page.getByLabel("Percentage off", { exact: true }).fill("12.5");
  await page.getByText("Combining with other promotions").click();
  await page.getByLabel("Exclusive").check();
  await page.getByRole("button", { name: "Create promotion" }).click();

  await expect(page.getByRole("alert")).toContainText("exclusive promotion can't combine");
  await expect(courses.getByLabel("Joint by Joint")).toBeChecked();
  await expect(page.getByLabel("Minimum quantity", { exact: true })).toHaveValue("3");
  await expect(page.getByLabel("Percentage off", { exact: true })).toHaveValue("12.5");
  await expect(page.getByLabel("Exclusive")).toBeChecked();
  await page.getByLabel("Combines with coupons").uncheck();
  await page.getByRole("button", { name: "Create promotion" }).click();
  await expect(page.getByRole("main")).toContainText("Created.");
  await expect(page.getByRole("main")).toContainText("never in the same cart as another promotion");

  await page.goto("/staff/promotions");
  await page.getByLabel("Type").selectOption("Group price");
  await page.getByRole("button", { name: "Apply filters" }).click();
  await expect(page).toHaveURL(/kind=quantity-tiers/);
  await expect(page.getByRole("table")).toContainText("12.5% off 3 or more");
  await expect(page.getByRole("table")).not.toContainText("IV Therapeutics");
});
