import { env } from "../env.server";

/** A path of this shop as it is written outside of it: in letters, on paper, at Stripe. */
export function shopUrl(path: string): string {
  return `${env().SHOP_URL}${path}`;
}
