import { answerTest } from "../support/browser/answer-test.mjs";
import { mailedLink } from "../support/browser/sign-in-by-link.mjs";
import { pdfText } from "../support/pdf-text";
import { expect, fillCheckout, goToPayment, test } from "./shop";

const course = "ct-radiation-dose-and-protection";

test("a guest finds a CT course by content category, buys it in the limited sale, passes on the second attempt, and verifies the certificate", async ({
  page,
  javaScriptEnabled,
}) => {
  // The limited sale, from the banner on the home page.
  await page.goto("/");
  await page
    .getByRole("link", { name: /IV Therapeutics/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "IV Therapeutics" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("$99.50");
  await expect(page.getByRole("main")).toContainText(/\d+ left/);
  await page.getByRole("radio", { name: /eBook/ }).check();
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(page).toHaveURL(/\/cart$/);
  await expect(page.getByTestId("total")).toHaveText("$99.50");

  // A CT course about safety, by the catalog's filters.
  await page.getByRole("link", { name: "Catalog", exact: true }).first().click();
  const showCourses = page.getByRole("button", { name: "Show courses" });
  await page.getByRole("radio", { name: /Computed Tomography/ }).check();
  if (!javaScriptEnabled) await showCourses.click();
  await page.getByRole("checkbox", { name: /Safety/ }).check();
  if (!javaScriptEnabled) await showCourses.click();
  await expect(page).toHaveURL(/discipline=CT/);
  await expect(page).toHaveURL(/category=SA/);
  await page
    .getByRole("main")
    .getByRole("link", { name: /CT Radiation Dose and Protection/ })
    .first()
    .click();
  await page.getByRole("radio", { name: /eBook/ }).check();
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(page.getByTestId("total")).toHaveText("$127.50");

  // Payment.
  const email = `journey-${javaScriptEnabled ? "js" : "plain"}@example.com`;
  await page.getByRole("link", { name: "Check out" }).click();
  await goToPayment(page, email, "Zoë Nakamura-Ødegård");
  await expect(page.getByText("no money moves").first()).toBeVisible();
  await page.getByRole("button", { name: "Pay $127.50" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Order \d+$/);
  await expect(page.getByText("Paid. Thank you.")).toBeVisible();

  // Reading and the post-test: failed once, passed on the second attempt.
  await page.getByRole("link", { name: "Go to course CT Radiation Dose and Protection" }).click();
  await expect(page).toHaveURL(/\/learning\//);
  await page.getByRole("link", { name: /read/i }).first().click();
  await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
  await page.getByRole("link", { name: "Take the post-test" }).first().click();
  await answerTest(page, course, false);
  await expect(page.getByRole("main")).toContainText("You have 2 attempts left");
  await page.getByRole("link", { name: "Try again" }).click();
  await answerTest(page, course, true);
  await page.getByRole("link", { name: "See the certificate" }).click();

  // The certificate: on screen, as a PDF, and as a verifier sees it.
  await expect(page.getByRole("main")).toContainText("Zoë Nakamura-Ødegård");
  const pdfLink = page.getByRole("link", { name: /PDF/ }).first();
  const pdf = await page.request.get((await pdfLink.getAttribute("href")) ?? "");
  expect(pdf.headers()["content-type"]).toContain("application/pdf");
  expect(pdf.headers()["cache-control"]).toContain("no-store");
  const printed = pdfText(await pdf.body()).join("\n");
  for (const words of ["Zoë Nakamura-Ødegård", "CT Radiation Dose and Protection", "Lakeshore Council"])
    expect(printed.replaceAll(/\s+/g, " ")).toContain(words);
  await page
    .getByRole("link", { name: /\/verify\/|verif/i })
    .first()
    .click();
  await expect(page).toHaveURL(/\/verify\/[A-Za-z0-9_-]{22}$/);
  const verification = page.getByRole("main");
  await expect(verification).toContainText("Zoë Nakamura-Ødegård");
  await expect(verification).toContainText("CT Radiation Dose and Protection");
  await expect(verification).toContainText(/demonstration/i);
  await expect(verification).not.toContainText(email);
});

test("a quantity typed for one course doesn't carry over to the next", async ({ page }) => {
  await page.goto("/courses/iv-therapeutics");
  await page.getByLabel("Quantity").fill("7");
  await page.getByRole("region", { name: "Related courses" }).getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1, name: "IV Therapeutics" })).toBeHidden();
  await expect(page.getByLabel("Quantity")).toHaveValue("1");
});

test("a shopper who leaves payment finds the cart, the price, and the way back to payment", async ({ page }) => {
  await page.goto("/courses/mri-screening-and-safety");
  await page.getByRole("radio", { name: /eBook/ }).check();
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(page).toHaveURL(/\/cart$/);
  await goToPayment(page, "leaves@example.com", "Ada Lim");
  await page
    .getByRole("link", { name: /cancel|back to/i })
    .first()
    .click();
  await expect(page.getByText("You left the payment page. Nothing was charged.")).toBeVisible();
  await page.getByRole("link", { name: "Return to payment" }).click();
  await page.getByRole("button", { name: /^Pay \$/ }).click();
  await expect(page.getByText("Paid. Thank you.")).toBeVisible();
});

test("a book by mail: shipping is in the total before payment, and the address is on the order", async ({ page }) => {
  await page.goto("/courses/radiation-protection-in-radiography");
  await page.getByRole("radio", { name: /Book by mail/ }).check();
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(page.getByRole("main")).toContainText("$5.95");
  await fillCheckout(page, "mailed@example.com", "Ada Lim");
  for (const [label, value] of [
    ["Full name for delivery", "Ada Lim"],
    ["Street address or PO box", "12 Foundry Street"],
    ["City", "Port Alder"],
    ["State or province", "Wisconsin"],
    ["ZIP or postal code", "53299"],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByRole("button", { name: /^(Show total|Continue to payment)/ }).click();
  // The shop's own page shows the total, to the cent, before the shopper leaves for the payment page.
  const agree = page.getByRole("button", { name: /^Agree and pay/ });
  await expect(agree).toBeVisible();
  await expect(page).toHaveURL(/\/checkout/);
  const total = await page.getByTestId("total").innerText();
  expect(total).toMatch(/^\$\d+\.\d\d$/);
  await agree.click();
  await page.getByRole("button", { name: `Pay ${total}` }).click();
  await expect(page.getByText("Paid. Thank you.")).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Port Alder, WI 53299");
  await expect(page.getByRole("main")).toContainText(total);
});

test("colleagues: one row each, an error corrected next to its field, and everyone named on the order's page", async ({
  page,
}) => {
  await page.goto("/courses/mri-screening-and-safety");
  await page.getByRole("radio", { name: /eBook/ }).check();
  await page.getByLabel("Quantity").fill("3");
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(page).toHaveURL(/\/cart$/);
  await fillCheckout(page, "manager@example.com", "Ada Lim");
  await expect(page.getByLabel("Learner 1 name")).toBeHidden();
  await page.getByRole("radio", { name: /^For colleagues/ }).check();
  await page.getByLabel("Learner 1 name").fill("Kim Okafor-Lund");
  await page.getByLabel("Learner 1 e-mail").fill("kim@example.com");
  await page.getByLabel("Learner 3 name").fill("Lee Wu");
  await page.getByLabel("Learner 3 e-mail").fill("KIM@example.com");
  await page.getByRole("button", { name: /Continue to payment/ }).click();
  await expect(page.getByText("This person is listed twice.").first()).toBeVisible();
  await expect(page.getByLabel("Learner 3 e-mail")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Learner 3 e-mail").fill("lee@example.com");
  await page.getByRole("button", { name: /Continue to payment/ }).click();
  await page.getByRole("button", { name: /^Pay \$/ }).click();
  await expect(page.getByText("Paid. Thank you.")).toBeVisible();
  for (const name of ["for Kim Okafor-Lund", "for Lee Wu", "learner not named yet"])
    await expect(page.getByRole("main")).toContainText(name);
});

test("a gift: the recipient is required, nothing typed for another answer carries over, and the test opens once the recipient confirms by e-mail", async ({
  page,
  shop,
  javaScriptEnabled,
}) => {
  const recipient = `gift-${javaScriptEnabled ? "js" : "plain"}@example.com`;
  await page.goto("/courses/mri-screening-and-safety");
  await page.getByRole("radio", { name: /eBook/ }).check();
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(page).toHaveURL(/\/cart$/);
  await fillCheckout(page, "giver@example.com", "Ada Lim");
  await page.getByRole("radio", { name: /^For colleagues/ }).check();
  await page.getByLabel("Learner 1 name").fill("Somebody without an address");
  await page.getByRole("radio", { name: "A gift for someone else" }).check();
  await page.getByRole("button", { name: /Continue to payment/ }).click();
  await expect(page.getByLabel("Recipient’s name")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Recipient’s name").fill("Kim Okafor-Lund");
  await page.getByLabel("Recipient’s e-mail").fill(recipient);
  await page.getByLabel(/^Message/).fill("Well done!\nFrom all of us.");
  await page.getByRole("button", { name: /Continue to payment/ }).click();
  await page.getByRole("button", { name: /^Pay \$/ }).click();
  await expect(page.getByText("Paid. Thank you.")).toBeVisible();
  await expect(page.getByRole("main")).toContainText("for Kim Okafor-Lund");
  await page.getByRole("link", { name: /Go to course/ }).click();
  await expect(page.getByText("The post-test opens when the learner confirms.", { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Take the test" })).toHaveCount(0);
  await page.getByRole("button", { name: "Send it again" }).click();
  await expect(page.getByText("The e-mail is on its way.")).toBeVisible();

  // EDUCATION 15: the recipient's own link, which nobody else has.
  await page.goto(await mailedLink(shop.mail, recipient, /https?:\/\/\S+\/confirm$/m));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Is this you?");
  await page.getByRole("button", { name: "This is me: confirm" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Confirmed");
  await page.getByRole("link", { name: "MRI Screening and Safety" }).click();
  await page.getByRole("link", { name: "Take the test" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("MRI Screening and Safety");
});

test("terms: never pre-checked, required, and readable without losing what was typed", async ({ page }) => {
  await page.goto("/courses/mri-screening-and-safety");
  await page.getByRole("radio", { name: /eBook/ }).check();
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(page).toHaveURL(/\/cart$/);
  await page.goto("/checkout");
  const terms = page.getByLabel(/I agree to the terms/);
  await expect(terms).not.toBeChecked();
  await page.getByLabel("E-mail address").fill("reader@example.com");
  await page.getByLabel(/Name on the certificate/).fill("Ada Lim");
  const [opened] = await Promise.all([
    page.waitForEvent("popup"),
    page.getByRole("link", { name: "terms and refund policy" }).click(),
  ]);
  await expect(opened.getByRole("heading", { level: 1 })).toHaveText("Terms and refund policy");
  await expect(opened.getByRole("main")).toContainText("Within 30 days of payment");
  await opened.close();
  await expect(page.getByLabel("E-mail address")).toHaveValue("reader@example.com");
  await terms.check();
  await page.getByRole("button", { name: /Continue to payment/ }).click();
  await expect(page.getByRole("button", { name: /^Pay \$/ })).toBeVisible();
});

test("a coupon: a wrong code gets an error next to the field; the right one's discount is on every page through the receipt", async ({
  page,
}) => {
  await page.goto("/courses/radiation-protection-in-radiography");
  await page.getByRole("radio", { name: /eBook/ }).check();
  await page.getByRole("button", { name: "Add to cart" }).click();
  const field = page.getByLabel("Coupon code");
  await field.fill("TENN");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByText("We don’t have a coupon with the code TENN.")).toBeVisible();
  await expect(field).toHaveValue("TENN");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await field.fill("ten");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByText("Coupon TEN: 10% off")).toBeVisible();
  await expect(page.getByTestId("total")).toHaveText("$18.00");
  await expect(field).toHaveValue("");
  await goToPayment(page, "coupon@example.com", "Ada Lim");
  await page.getByRole("button", { name: "Pay $18.00" }).click();
  await expect(page.getByText("Paid. Thank you.")).toBeVisible();
  await expect(page.getByRole("main")).toContainText("List $20.00 · coupon TEN −$2.00");
  await expect(page.getByRole("main")).toContainText("Coupon TEN: 10% off");
});

test("three courses with a group price: the cart says what one more would save, and takes it off every line", async ({
  page,
}) => {
  for (const slug of [course, "spiral-to-spectral", "stroke-ct-on-the-clock"]) {
    if (slug.startsWith("stroke"))
      await expect(page.getByText("Add one more for 15% off: Three or more CT courses.")).toBeVisible();
    await page.goto(`/courses/${slug}`);
    await page.getByRole("radio", { name: /eBook/ }).check();
    await page.getByRole("button", { name: "Add to cart" }).click();
    await expect(page).toHaveURL(/\/cart$/);
  }
  await expect(page.getByText("group price −$4.20")).toBeVisible();
  await expect(page.getByTestId("total")).toHaveText("$120.70");
});
