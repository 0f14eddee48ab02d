/** The order desk's screens: an order with its corrections, form errors, empty lists, failed messages.
 *  @param {import("@playwright/test").Page} page
 *  @param {{ url: string }} shop
 *  @param {(name: string) => Promise<void>} visit */
export async function walkDesk(page, shop, visit) {
  const open = async (name, path) => {
    await page.goto(`${shop.url}${path}`);
    await visit(name);
  };
  await open("staff-orders-none", "/staff/orders?q=nobody");
  await page.goto(`${shop.url}/staff/orders`);
  const order = await page.locator('main a[href^="/staff/orders/"]').first().getAttribute("href");
  await open("staff-order-correct", `${order}?correct=email`);
  await page.getByLabel("Correct address").fill("no address");
  await page.getByRole("button", { name: "Save e-mail address" }).click();
  await page.getByText("Enter an address like").first().waitFor();
  await visit("staff-order-refused");
  await open("staff-find-payment", "/staff/find-payment?id=pi_nothing");
  await open("staff-find-payment-refused", "/staff/find-payment?last4=42");
  await open("staff-failed-messages", "/staff/failed-messages");
}
