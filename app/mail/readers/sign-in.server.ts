import { createSignInLink, signInMinutes } from "~/accounts/sign-in-link.server";
import { href } from "~/addresses/href";
import { customerKeyOf } from "~/core/email";
import { ok } from "~/core/result";
import { safePath } from "~/platform/http/safe-path";
import { shopUrl } from "~/platform/http/shop-url.server";
import { readShop } from "~/shop/shop.server";
import { signInLetter } from "../letters/sign-in";
import type { Read } from "./addressed";

/** The link is created when sent and exists only in the letter; each attempt creates a new one. It goes to the
 *  account's address, never to the typed one: a look-alike is someone else's mailbox. */
export async function readSignIn({ email, to }: { email: string; to: string }): Read {
  const address = customerKeyOf(email);
  const [secret, { name }] = await Promise.all([createSignInLink(address), readShop()]);
  const url = shopUrl(href("accountSignInLink", { link: secret }, { to: safePath(to, href("account")) }));
  return ok({ to: { address }, letter: signInLetter({ shopName: name, url, minutes: signInMinutes }) });
}
