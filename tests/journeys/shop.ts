import { test as base, expect, type Page } from "@playwright/test";
import { openJourneyShop } from "../support/shop/open-journey-shop.mjs";

type Shop = {
  url: string;
  standIn: string;
  database: string;
  /** The folder that stands in for the mail server. */
  mail: string;
  staff: { email: string; password: string };
};

/** A page in this worker's own shop; an unexpected error in the browser's console fails the test. */
export const test = base.extend<{ consoleErrors: string[] }, { shop: Shop }>({
  shop: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from this pattern
    async ({}, use) => {
      const shop = await openJourneyShop();
      await use(shop);
      await shop.close();
    },
    { scope: "worker", timeout: 600_000 },
  ],
  baseURL: ({ shop }, use) => use(shop.url),
  consoleErrors: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(String(error)));
      page.on("console", (message) => {
        // A refused page is a response, not an error of ours.
        if (message.type() === "error" && !/status of (400|404|409)/.test(message.text())) errors.push(message.text());
      });
      await use(errors);
      expect(errors, "errors in the browser's console").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Fills in what the page before payment asks everyone. */
export async function fillCheckout(page: Page, email: string, name: string): Promise<void> {
  await page.goto("/checkout");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel(/Name on the certificate/).fill(name);
  await page.getByLabel(/I agree to the terms/).check();
}

/** Fills in the page before payment and continues to the payment page. */
export async function goToPayment(page: Page, email: string, name: string): Promise<void> {
  await fillCheckout(page, email, name);
  await page.getByRole("button", { name: /Continue to payment/ }).click();
}
