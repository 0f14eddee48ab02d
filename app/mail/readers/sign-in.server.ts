import { createSignInLink, signInMinutes } from "~/accounts/sign-in-link.server";
import { href } from "~/addresses/href";
import { customerKeyOf } from "~/core/email";
import { ok } from "~/core/result";
import { safePath } from "~/core/safe-path";
import { shopUrl } from "~/platform/http/shop-url.server";
import { readShop } from "~/shop/shop.server";
import { signInLetter } from "../letters/sign-in";
import type { Read } from "./addressed";

/** The link is made when it is sent and stands nowhere but in the letter: each attempt has one of its own. It goes to the address
 *  whose account it opens, never to the one that was typed: a look-alike of other letters is somebody else's mailbox. */
export async function readSignIn({ email, to }: { email: string; to: string }): Read {
  const address = customerKeyOf(email);
  const [secret, { name }] = await Promise.all([createSignInLink(address), readShop()]);
  const url = shopUrl(href("accountSignInLink", { link: secret }, { to: safePath(to, href("account")) }));
  return ok({ to: { address }, letter: signInLetter({ shopName: name, url, minutes: signInMinutes }) });
}
