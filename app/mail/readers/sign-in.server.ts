import { createSignInLink, signInMinutes } from "~/accounts/sign-in-link.server";
import { customerKeyOf } from "~/core/email";
import { ok } from "~/core/result";
import { safePath } from "~/core/safe-path";
import { env } from "~/platform/env.server";
import { readShop } from "~/shop/shop.server";
import { signInLetter } from "../letters/sign-in";
import type { Read } from "./addressed";

/** The link is created when sent and exists only in the letter; each attempt creates a new one. It goes to the
 *  account's address, never to the typed one: a look-alike is someone else's mailbox. */
export async function readSignIn({ email, to }: { email: string; to: string }): Read {
  const address = customerKeyOf(email);
  const [secret, { name }] = await Promise.all([createSignInLink(address), readShop()]);
  const query = new URLSearchParams({ to: safePath(to, "/account") });
  const url = `${env().SHOP_URL}/account/sign-in/${secret}?${query}`;
  return ok({ to: { address }, letter: signInLetter({ shopName: name, url, minutes: signInMinutes }) });
}
