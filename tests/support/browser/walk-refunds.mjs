/**
 * Walks from an order's page through its refund, a dispute, and the evidence; calls `visit(name)` on each screen.
 * @param {import("@playwright/test").Page} page
 * @param {{ url: string, standIn: string }} shop
 * @param {(name: string) => Promise<void>} visit
 */
export async function walkRefunds(page, shop, visit) {
  const order = page.url();
  const payment = await page
    .getByText(/^pi_\w+$/)
    .first()
    .innerText();
  await page.goto(`${order}/refund`);
  await visit("staff-refund");
  await page.getByRole("button", { name: "Review refund" }).click();
  await page.getByRole("alert").waitFor();
  await visit("staff-refund-refused");
  await page.getByRole("checkbox", { name: /IV Therapeutics.*unit 1/ }).check();
  await page.getByLabel("Reason").selectOption("mistake");
  await page.getByRole("button", { name: "Review refund" }).click();
  await page.getByRole("heading", { name: /^Refund \$.*\?$/ }).waitFor();
  await visit("staff-refund-review");
  await page.getByRole("button", { name: /^Refund \$/ }).click();
  await page.getByText("We’re e-mailing the buyer.").waitFor();
  await visit("staff-refund-done");

  await page.goto(`${order}/resolve`);
  await visit("staff-resolve-nothing");

  const opened = await fetch(`${shop.standIn}/_control/charges/${payment}/dispute`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ reason: "product_unacceptable" }),
  });
  if (!opened.ok) throw new Error(await opened.text());
  await page.goto(`${shop.url}/staff/disputes`);
  // The webhook delivers it a moment later.
  while ((await page.getByText("isn’t as described").count()) === 0) await page.reload();
  await visit("staff-disputes");
  await page.locator('main a[href^="/staff/disputes/"]').first().click();
  await page.getByLabel("Your statement").fill("The course was read on the day of payment.");
  await visit("staff-dispute");
  await page.getByRole("button", { name: "Send to the bank" }).click();
  await page.getByText("The bank accepts only one response.").waitFor();
  await visit("staff-dispute-check");
  await page.goto(`${order}/refund`);
  await visit("staff-refund-disputed");
}
