import { answerTest } from "./answer-test.mjs";
import { signIn } from "./sign-in.mjs";
import { walkAccount, walkRefundRequests } from "./walk-account.mjs";
import { walkDesk } from "./walk-desk.mjs";
import { walkRefunds } from "./walk-refunds.mjs";

const course = "ct-radiation-dose-and-protection";

/**
 * Walks a browser page through every screen of a journey shop and calls `visit(name)` on each: the shopper's way from the
 * home page to the verified certificate, the listing reader's, and the staff's.
 * @param {import("@playwright/test").Page} page
 * @param {{ url: string, standIn: string, mail: string, staff: { email: string, password: string } }} shop
 * @param {(name: string) => Promise<void>} visit
 */
export async function walk(page, shop, visit) {
  const open = async (name, path) => {
    await page.goto(path.startsWith("http") ? path : `${shop.url}${path}`);
    await visit(name);
  };
  await open("home", "/");
  await open("catalog", "/catalog");
  await open("catalog-filtered", "/catalog?discipline=CT&category=SA");
  await open("catalog-nothing-found", "/catalog?q=zzzzzz");
  await open("course", "/courses/iv-therapeutics");
  await open("course-sample", "/courses/joint-by-joint-mri");
  await open("course-ended", "/courses/the-mammography-quality-binder");
  await open("cart-empty", "/cart");
  await add(page, shop, "the-interventional-suite", 1, /^Book by mail/);
  await visit("cart-mailed");
  await page.getByRole("button", { name: /^Remove/ }).click();
  await page.getByText("Your cart is empty").waitFor();
  await add(page, shop, "iv-therapeutics", 3);
  await add(page, shop, course, 1);
  await add(page, shop, "trauma-and-mobile-radiography", 1);
  await open("cart", "/cart");
  await enterCode(page, "NOSUCH");
  await page.getByText("We don’t have a coupon").waitFor();
  await visit("cart-code-refused");
  await enterCode(page, "TEN");
  await page.getByRole("button", { name: "Remove coupon TEN" }).waitFor();
  await visit("cart-coupon");
  await open("checkout", "/checkout");
  await page.getByRole("radio", { name: "A gift for someone else" }).check();
  await visit("checkout-gift");
  await page.getByRole("radio", { name: /^For colleagues/ }).check();
  await visit("checkout-colleagues");
  await page.getByLabel("E-mail address").fill("not an address");
  await page.getByRole("button", { name: /Continue to payment/ }).click();
  await page.getByText("Enter an address like").first().waitFor();
  await visit("checkout-refused");
  await page.getByRole("radio", { name: "For me", exact: true }).check();
  const email = `walk-${Date.now()}@example.com`;
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel(/Name on the certificate/).fill("Zoë Nakamura-Ødegård");
  await page.getByLabel(/I agree to the terms/).check();
  await page.getByRole("button", { name: /Continue to payment|Agree and pay/ }).click();
  await page.getByRole("button", { name: /^Pay \$/ }).waitFor();
  await visit("payment");
  await page.getByRole("button", { name: /^Pay \$/ }).click();
  await page.getByText("Paid. Thank you.").waitFor();
  await visit("order");
  const order = page.url();

  await page.getByRole("link", { name: "Go to course CT Radiation Dose and Protection" }).click();
  await page.waitForURL(/\/learning\//);
  const learning = page.url();
  await visit("learning");
  await open("reading", `${learning}/read`);
  await open("test", `${learning}/test`);
  await answerTest(page, course, false);
  await page.getByRole("link", { name: "Try again" }).waitFor();
  await visit("attempt-failed");
  await page.goto(`${learning}/test`);
  await answerTest(page, course, true);
  await page.getByRole("link", { name: "See the certificate" }).waitFor();
  await visit("attempt-passed");
  await open("certificate", `${learning}/certificate`);
  await open("verify", "/verify");
  await page.goto(`${learning}/certificate`);
  const verification = await page.locator('a[href*="/verify/"]').first().getAttribute("href");
  await open("verification", verification ?? "");

  await walkAccount(page, shop, { email, order, visit });

  await open("listings", "/listings");
  await open("listing", "/listings/CT");
  await open("listing-cqr", "/listings/MR?for=cqr");
  await open("structured-education", "/structured-education");
  await open("cqr", "/cqr");
  await open("faq", "/faq");
  await open("terms", "/terms");
  await open("privacy", "/privacy");
  await open("not-found", "/nothing-here");

  await open("staff-sign-in", "/staff/sign-in");
  await signIn(page, shop.staff);
  await open("staff", "/staff");
  await open("staff-orders", "/staff/orders");
  await page.locator('main a[href^="/staff/orders/"]').first().click();
  await page.waitForURL(/\/staff\/orders\/.+/);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await visit("staff-order");
  await walkRefundRequests(page, shop, visit);
  await walkRefunds(page, shop, visit);
  await walkDesk(page, shop, visit);
  await open("staff-promotions", "/staff/promotions");
  await open("staff-promotion", "/staff/promotions/iv-therapeutics-sale");
  await open("staff-promotions-none", "/staff/promotions?state=ended&kind=gift");
  await open("staff-new-promotion", "/staff/promotions/new");
  await open("staff-new-limited-sale", "/staff/promotions/new?kind=limited-sale");
  await open("staff-new-sale", "/staff/promotions/new?kind=scheduled-sale");
  await open("staff-new-coupon", "/staff/promotions/new?kind=coupon");
  await open("staff-new-bundle", "/staff/promotions/new?kind=bundle");
  await open("staff-new-buy-x-get-y", "/staff/promotions/new?kind=buy-x-get-y");
  await open("staff-new-quantity-tiers", "/staff/promotions/new?kind=quantity-tiers");
  await open("staff-new-gift", "/staff/promotions/new?kind=gift");
  await open("staff-calendar", "/staff/promotions/calendar");
  await open("staff-simulator", "/staff/promotions/simulator?promotion=iv-therapeutics-sale");
  await open("staff-preview", "/staff/promotions/iv-therapeutics-sale/preview");
  await open("staff-report", "/staff/promotions/iv-therapeutics-sale/report");
  await open("staff-codes", "/staff/promotions/ten/codes");
  await open("staff-books", "/staff/books");
  await open("staff-book", "/staff/books/iv-therapeutics.book_by_mail");
  await open("staff-settings", "/staff/settings");
  await open("staff-ledger", "/staff/ledger");
  await page.locator('main a[href^="/staff/ledger/2"]').first().click();
  await page.getByRole("button", { name: /^Check (again )?now$/ }).click();
  await page.getByText("Checked with Stripe.").waitFor();
  await visit("staff-ledger-day");
  await open("staff-shipping", "/staff/shipping?country=US&state=Hawaii&book=iv-therapeutics.book_by_mail&copies=2");
  await open("staff-shipping-zone", "/staff/shipping/zones/alaska-hawaii");
  await open("staff-shipping-zone-new", "/staff/shipping/zones/new");
  await open("staff-parcels", "/staff/shipping/parcels");
  await open("staff-audit", "/staff/audit");
  await open("staff-privacy", `/staff/privacy?email=${encodeURIComponent(email)}`);
}

async function enterCode(page, code) {
  await page.getByLabel("Coupon code").fill(code);
  await page.getByRole("button", { name: "Apply" }).click();
}

async function add(page, shop, slug, quantity, format = /^eBook/) {
  await page.goto(`${shop.url}/courses/${slug}`);
  await page.getByRole("radio", { name: format }).check();
  await page.getByLabel("Quantity").fill(String(quantity));
  await page.getByRole("button", { name: "Add to cart" }).click();
  await page.waitForURL(/\/cart$/);
}
