import { signIn } from "../support/browser/sign-in.mjs";
import { expect, goToPayment, test } from "./shop";

test("a buyer mistyped the address: staff find the order by name, correct the address, and leave a note", async ({
  page,
  shop,
}) => {
  const wrong = "zoe@exmaple.com";
  const right = "zoe@example.com";
  await page.goto("/courses/iv-therapeutics");
  await page.getByRole("radio", { name: /^eBook/ }).check();
  await page.getByRole("button", { name: "Add to cart" }).click();
  await page.waitForURL(/\/cart$/);
  await goToPayment(page, wrong, "Zoë Ødegård");
  await page.getByRole("button", { name: /^Pay \$/ }).click();
  await page.getByText("Paid. Thank you.").waitFor();

  await page.goto("/staff/orders");
  await signIn(page, shop.staff);
  await page.getByLabel(/^Number, name/).fill("ØDEGÅRD zoë");
  await page.getByRole("button", { name: "Apply filters" }).click();
  await page.getByRole("main").getByRole("link", { name: /^\d+$/ }).first().click();
  const main = page.getByRole("main");
  await expect(main).toContainText("with Visa ending in 4242");

  await main.getByRole("link", { name: "Correct the address" }).click();
  await main.getByLabel("Correct address").fill("no address");
  await main.getByRole("button", { name: "Save e-mail address" }).click();
  await expect(page.getByRole("alert")).toContainText("Enter an address like");
  await expect(main.getByLabel("Correct address")).toHaveValue("no address");
  await main.getByLabel("Correct address").fill(right);
  await main.getByRole("button", { name: "Save e-mail address" }).click();
  await expect(main.getByRole("status")).toContainText("E-mail address corrected.");
  await expect(main).toContainText(`email: ${wrong} → ${right}`);

  await main.getByLabel("Note").fill("Called back.\nAll is well.");
  await main.getByRole("button", { name: "Add note" }).click();
  await expect(main.getByRole("status")).toContainText("Note added.");
  await expect(main).toContainText("All is well.");
  await expect(main.getByLabel("Note")).toHaveValue("");
});
