import type { Page } from "@playwright/test";
import { answerTest } from "../support/browser/answer-test.mjs";
import { signIn } from "../support/browser/sign-in.mjs";
import { signInByLink } from "../support/browser/sign-in-by-link.mjs";
import { pdfText } from "../support/pdf-text";
import { expect, goToPayment, test } from "./shop";

const course = "ct-radiation-dose-and-protection";

/** SECURITY 46: no link, form or script of the page has an address that opens something without the session. */
async function noMailedLinks(page: Page) {
  await expect(page).toHaveURL(/\/account/);
  const leads = await page
    .locator("[href], [action], [src]")
    .evaluateAll((elements) =>
      elements.flatMap((element) => ["href", "action", "src"].flatMap((name) => element.getAttribute(name) ?? [])),
    );
  expect(leads.length).toBeGreaterThan(0);
  expect(leads.filter((lead) => /\/(orders|learning)\/[^/]+\/[0-9a-z]+\.[\w-]{43}/.test(lead))).toEqual([]);
  expect(leads.filter((lead) => /^(https?:\/\/[^/]+)?\/(orders|learning)\//.test(lead))).toEqual([]);
  expect(await page.content()).not.toMatch(/[0-9a-z]{6}\.[\w-]{43}/);
}

test("a learner signs in with an e-mailed link, finds the courses bought as a guest, and downloads the receipt and certificate again", async ({
  page,
  shop,
  javaScriptEnabled,
}) => {
  const email = `account-${javaScriptEnabled ? "js" : "plain"}@example.com`;
  await page.goto(`/courses/${course}`);
  await page.getByRole("radio", { name: /eBook/ }).check();
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(page).toHaveURL(/\/cart$/);
  await goToPayment(page, email.toUpperCase(), "Zoë Nakamura-Ødegård");
  await page.getByRole("button", { name: /^Pay \$/ }).click();
  const number = (await page.getByRole("heading", { level: 1, name: /^Order \d+$/ }).innerText()).replace("Order ", "");

  const mailed = page.url();

  const link = await signInByLink(page, shop, email);
  await expect(page.getByRole("main")).toContainText(email);
  await expect(page.getByRole("main")).toContainText("Open. 3 of 3 attempts left.");
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link no longer works");

  await page.goto("/account");
  await noMailedLinks(page);
  await page.getByRole("link", { name: "Go to course CT Radiation Dose and Protection" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("CT Radiation Dose and Protection");
  await noMailedLinks(page);
  await page.getByRole("link", { name: "Read the course" }).click();
  await expect(page).toHaveURL(/\/account\/courses\/[\w-]+\/read$/);
  await noMailedLinks(page);
  await page.getByRole("link", { name: "Your course", exact: true }).click();
  await page.getByRole("link", { name: "Take the test" }).click();
  await expect(page).toHaveURL(/\/account\/courses\/[\w-]+\/test$/);
  await noMailedLinks(page);
  await answerTest(page, course, true);
  await expect(page).toHaveURL(/\/account\/courses\/[\w-]+\/attempts\/1$/);
  await noMailedLinks(page);
  await page.getByRole("link", { name: "See the certificate" }).click();
  await expect(page).toHaveURL(/\/account\/courses\/[\w-]+\/certificate$/);
  await noMailedLinks(page);

  await page.goto("/account");
  await noMailedLinks(page);
  const certificate = page.getByRole("link", { name: /PDF, Letter.*certificate/ });
  const pdf = await page.request.get((await certificate.getAttribute("href")) ?? "");
  expect(pdf.headers()["cache-control"]).toContain("no-store");
  expect(pdfText(await pdf.body()).join(" ")).toContain("Zoë Nakamura-Ødegård");

  await page.getByRole("link", { name: "Orders and receipts" }).click();
  const receipt = page.getByRole("link", { name: `Receipt of order ${number}` });
  const printed = await page.request.get((await receipt.getAttribute("href")) ?? "");
  expect(pdfText(await printed.body()).join(" ")).toContain(`Order ${number}`);
  await noMailedLinks(page);
  await page.getByRole("link", { name: `Order ${number}`, exact: true }).click();
  await expect(page.getByRole("main")).toContainText("Once its certificate is issued, a course can’t be refunded.");
  await noMailedLinks(page);
  await page.getByRole("button", { name: "Send new links" }).click();
  await expect(page.getByRole("main")).toContainText("New links are on their way.");
  await page.goto(mailed);
  await expect(page).toHaveURL(/\/account\/orders\/[\w-]+$/);

  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page.getByRole("main")).toContainText("You’ve signed out.");
  await page.goto("/account/orders");
  await expect(page).toHaveURL(/\/account\/sign-in\?to=%2Faccount%2Forders$/);
});

test("a buyer requests a refund, staff decline it with an answer, then approve another through the refund form", async ({
  page,
  shop,
  javaScriptEnabled,
}) => {
  const email = `asks-${javaScriptEnabled ? "js" : "plain"}@example.com`;
  await page.goto(`/courses/${course}`);
  await page.getByRole("radio", { name: /eBook/ }).check();
  await page.getByLabel("Quantity").fill("2");
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(page).toHaveURL(/\/cart$/);
  await goToPayment(page, email, "Kim Rasp");
  await page.getByRole("button", { name: /^Pay \$/ }).click();
  const heading = page.getByRole("heading", { level: 1, name: /^Order \d+$/ });
  const number = (await heading.innerText()).replace("Order ", "");
  const order = page.url();

  const ask = async (reason: string) => {
    await page.goto(order);
    await page.getByRole("link", { name: "Request a refund" }).click();
    await page.getByRole("button", { name: "Send request" }).click();
    await expect(page.getByRole("alert")).toContainText("Choose what you want refunded.");
    await expect(page.getByRole("alert")).toContainText("Tell us why you’d like a refund.");
    await page.getByRole("checkbox", { name: /CT Radiation Dose.*no learner named yet/ }).check();
    await page.getByLabel("Reason").fill(reason);
    await page.getByRole("button", { name: "Send request" }).click();
    await expect(page.getByRole("region", { name: "Refunds" })).toContainText("We’re reviewing your refund request");
    await expect(page.getByRole("link", { name: "Request a refund" })).toHaveCount(0);
  };
  const openAsStaff = async () => {
    await page.goto("/staff/refund-requests");
    const row = page.getByRole("row").filter({ hasText: email });
    await row.getByRole("link").first().click();
    await expect(heading.or(page.getByRole("heading", { level: 1 }))).toHaveText(`Refund request for order ${number}`);
  };

  await ask("One too many.");
  await page.goto("/staff/refund-requests");
  await signIn(page, shop.staff);
  await openAsStaff();
  await page.getByRole("button", { name: "Decline" }).click();
  await expect(page.getByRole("alert")).toContainText("Tell the buyer why");
  await page.getByLabel("Your answer").fill("It was opened already.\nWrite to us if not.");
  await page.getByRole("button", { name: "Decline" }).click();
  await expect(page.getByRole("main")).toContainText("Answered. We’re e-mailing the buyer.");
  await page.goto(order);
  await expect(page.getByRole("region", { name: "Refunds" })).toContainText("It was opened already.");

  await ask("It was not opened.");
  await openAsStaff();
  await page.getByRole("link", { name: "Continue to refund" }).click();
  await expect(page.getByRole("main")).toContainText("It was not opened.");
  await expect(page.getByRole("checkbox", { name: /CT Radiation Dose.*unit 2/ })).toBeChecked();
  await page.getByLabel("Reason").selectOption({ label: "Bought by mistake" });
  await page.getByRole("button", { name: "Review refund" }).click();
  await page.getByRole("button", { name: /^Refund \$/ }).click();
  await expect(page.getByRole("main")).toContainText(/was refunded|is on its way/);
  await page.goto(order);
  const refunds = page.getByRole("region", { name: "Refunds" });
  await expect(refunds).toContainText("Your refund request was approved.");
  await expect(refunds).toContainText(/\$[\d.]+ (was refunded|is on its way)/);
});
