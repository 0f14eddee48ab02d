import { href } from "~/addresses/href";
import { customerKeyOf } from "~/core/email";
import { failed, ok } from "~/core/result";
import { continueMinutes, createContinueLink } from "~/orders/continue-link.server";
import { shopUrl } from "~/platform/http/shop-url.server";
import { readShop } from "~/shop/shop.server";
import { continueCheckoutLetter } from "../letters/continue-checkout";
import type { Read } from "./addressed";

/** Like a sign-in link, the link is created when sent, exists only in the letter, and goes to the address in its PRICING 7 form. */
export async function readContinueCheckout({ email }: { email: string }): Read {
  const address = customerKeyOf(email);
  const secret = await createContinueLink(address);
  if (secret === undefined) return failed({ kind: "not-needed", why: "no checkout of this address is open" });
  const { name } = await readShop();
  const url = shopUrl(href("checkoutContinueLink", { link: secret }));
  return ok({
    to: { address },
    letter: continueCheckoutLetter({ shopName: name, url, minutes: continueMinutes }),
  });
}
