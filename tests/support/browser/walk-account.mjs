import { signInByLink } from "./sign-in-by-link.mjs";

/** Requests a refund of the order at the URL `order`, then signs its buyer in and visits the account.
 *  @param {import("@playwright/test").Page} page
 *  @param {{ url: string, mail: string }} shop
 *  @param {{ email: string, order: string, visit: (name: string) => Promise<void> }} buyer */
export async function walkAccount(page, shop, { email, order, visit }) {
  await page.goto(`${order}/refund`);
  await visit("ask-for-refund");
  await page.getByRole("button", { name: "Send request" }).click();
  await page.getByRole("alert").waitFor();
  await visit("ask-for-refund-refused");
  await page.getByRole("checkbox").first().check();
  await page.getByLabel("Reason").fill("Ordered twice,\nby mistake.");
  await page.getByRole("button", { name: "Send request" }).click();
  await page.getByText("We’re reviewing your refund request.").waitFor();
  await visit("order-refund-asked");
  await signInByLink(page, shop, email, visit);
  await visit("account");
  await page.goto(`${shop.url}/account/orders`);
  await visit("account-orders");
  await page.locator('main h2 a[href^="/account/orders/"]').first().click();
  await page.getByRole("button", { name: "Send new links" }).waitFor();
  await visit("account-order");
  await page.goto(`${shop.url}/account/orders?page=9`);
  await visit("account-orders-none");
  await page.goto(`${shop.url}/account/privacy`);
  await visit("account-data");
  await page.goto(`${shop.url}/account/privacy/erase`);
  await visit("account-erase");
  await page.goto(`${shop.url}/account`);
  await page
    .getByRole("link", { name: /^Go to course / })
    .first()
    .click();
  await page.waitForURL(/\/account\/courses\//);
  await visit("account-course");
}

/** Walks through the refund request as staff see it; ends where it began.
 *  @param {import("@playwright/test").Page} page
 *  @param {{ url: string }} shop
 *  @param {(name: string) => Promise<void>} visit */
export async function walkRefundRequests(page, shop, visit) {
  const back = page.url();
  await page.goto(`${shop.url}/staff/refund-requests`);
  await visit("staff-refund-requests");
  // The newest is last.
  await page.locator('main a[href^="/staff/refund-requests/"]').last().click();
  await page.waitForURL(/\/staff\/refund-requests\/.+/);
  await visit("staff-refund-request");
  await page.getByRole("link", { name: "Continue to refund" }).click();
  await page.waitForURL(/\/refund\?request=/);
  await visit("staff-refund-granting");
  await page.goto(back);
}
