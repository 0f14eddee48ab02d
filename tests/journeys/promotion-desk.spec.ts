import { signIn } from "../support/browser/sign-in.mjs";
import { expect, test } from "./shop";

test("a group price that contradicts itself is refused with all that was ticked and typed, and made when that is mended", async ({
  page,
  shop,
}) => {
  await page.goto("/staff/promotions/new?kind=quantity-tiers");
  await signIn(page, shop.staff);
  const courses = page.getByRole("group", { name: "Courses with a group price" });
  await courses.getByLabel("Joint by Joint").check();
  await page.getByLabel("From units", { exact: true }).fill("3");
  await page.getByLabel("Off each, %", { exact: true }).fill("12.5");
  await page.getByText("How it goes with other promotions").click();
  await page.getByLabel("Stands alone").check();
  await page.getByRole("button", { name: "Create the promotion" }).click();

  await expect(page.getByRole("alert")).toContainText("can't both stand alone and go together");
  await expect(courses.getByLabel("Joint by Joint")).toBeChecked();
  await expect(page.getByLabel("From units", { exact: true })).toHaveValue("3");
  await expect(page.getByLabel("Off each, %", { exact: true })).toHaveValue("12.5");
  await expect(page.getByLabel("Stands alone")).toBeChecked();
  await page.getByLabel("Together with coupons").uncheck();
  await page.getByRole("button", { name: "Create the promotion" }).click();
  await expect(page.getByRole("main")).toContainText("Created.");
  await expect(page.getByRole("main")).toContainText("stands alone");

  await page.goto("/staff/promotions");
  await page.getByLabel("Kind").selectOption("Group price");
  await page.getByRole("button", { name: "Apply filters" }).click();
  await expect(page).toHaveURL(/kind=quantity-tiers/);
  await expect(page.getByRole("table")).toContainText("12.5 % off from 3 on");
  await expect(page.getByRole("table")).not.toContainText("IV Therapeutics");
});
