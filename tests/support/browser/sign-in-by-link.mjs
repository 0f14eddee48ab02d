import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import PostalMime from "postal-mime";

const signInPath = /https?:\/\/\S+\/account\/sign-in\/[\w-]{22}\?to=[^\s"<>)]+/;

/** The link in a letter to an address, by default the one that signs in, once it is in the shop's mail folder.
 *  @param {string} folder @param {string} email @param {RegExp} [pattern] @returns {Promise<string>} */
export async function mailedLink(folder, email, pattern = signInPath) {
  const deadline = Date.now() + 590_000;
  for (;;) {
    for (const file of files(folder)) {
      const mail = await PostalMime.parse(readFileSync(join(folder, file)));
      const isTo = mail.to?.some(({ address }) => address === email);
      const link = pattern.exec(mail.text ?? "")?.[0];
      if (isTo && link) return link;
    }
    if (Date.now() > deadline) throw new Error(`no such letter for ${email} in ${folder}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function files(folder) {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(".eml"));
  } catch {
    return [];
  }
}

/** Signs a customer in through the pages and e-mail. `visit` is called on each page along the way.
 *  @param {import("@playwright/test").Page} page
 *  @param {{ url: string, mail: string }} shop
 *  @param {string} email
 *  @param {(name: string) => Promise<void>} [visit] */
export async function signInByLink(page, shop, email, visit = async () => undefined) {
  await page.goto(`${shop.url}/account`);
  await visit("account-sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "E-mail me a link" }).click();
  await page.getByRole("heading", { level: 1, name: "Check your e-mail" }).waitFor();
  await visit("account-link-sent");
  const link = await mailedLink(shop.mail, email);
  await page.goto(link);
  await visit("account-link");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { level: 1, name: "Your account" }).waitFor();
  return link;
}
