/** Fills in the staff sign-in form on the current page and waits until signed in.
 *  @param {import("@playwright/test").Page} page
 *  @param {{ email: string, password: string }} staff */
export async function signIn(page, { email, password }) {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: "Sign out" }).waitFor();
}
