/** Fills in the sign-in of the staff area, where the page is, and waits until it is through.
 *  @param {import("@playwright/test").Page} page
 *  @param {{ email: string, password: string }} staff */
export async function signIn(page, { email, password }) {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: "Sign out" }).waitFor();
}
