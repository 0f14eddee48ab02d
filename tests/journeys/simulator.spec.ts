import { signIn } from "../support/browser/sign-in.mjs";
import { expect, test } from "./shop";

test("Back restores a simulation's form with its price", async ({ page, shop }) => {
  await page.goto("/staff/promotions/simulator?promotion=iv-therapeutics-sale");
  await signIn(page, shop.staff);
  const units = page.getByLabel("Units", { exact: true });
  const left = page.getByLabel("Left of IV Therapeutics");
  const firstOrder = page.getByLabel("First order");
  const sale = page.getByRole("checkbox", { name: /IV Therapeutics/ });
  const items = page.getByTestId("items");
  const price = page.getByRole("button", { name: "Price this cart" });
  const regular = await items.innerText();

  await units.fill("3");
  await left.fill("1");
  await price.click();
  await expect(page).toHaveURL(/left-iv-therapeutics-sale=1/);
  await expect(items).not.toHaveText(regular);
  const limited = await items.innerText();

  await units.fill("5");
  await left.fill("");
  await firstOrder.selectOption("no");
  await sale.uncheck();
  await price.click();
  await expect(items).not.toHaveText(limited);

  await page.goBack();
  await expect(items).toHaveText(limited);
  await expect(units).toHaveValue("3");
  await expect(left).toHaveValue("1");
  await expect(firstOrder).toHaveValue("unknown");
  await expect(sale).toBeChecked();
});
