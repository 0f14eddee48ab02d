import { href } from "~/addresses/href";

/** A path as it may be logged: the secrets that stand in the paths of orders, enrolments, certificates and sign-in links are left out. The
 *  routes are found in any letter case, encoding and number of slashes, so all of these are looked through. */
export function plainPath(path: string): string {
  const [first = "", second, third] = decoded(path).split("/").filter(Boolean);
  if (third !== undefined && /^account$/i.test(first) && /^sign-in$/i.test(second ?? ""))
    return `${href("accountSignIn")}/…`;
  const isSecret = second !== undefined && /^(orders|learning|certificates|verify)$/i.test(first);
  return isSecret ? `/${first.toLowerCase()}/…` : path;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
