import { href } from "~/addresses/href";

/** A path that is safe to log: without the secrets in paths of orders, enrollments, certificates, and links that work once.
 *  Routes match any letter case, encoding, and number of slashes, so this does too. */
export function redactPath(path: string): string {
  const [first = "", second, third] = decoded(path).split("/").filter(Boolean);
  if (third !== undefined && /^account$/i.test(first) && /^sign-in$/i.test(second ?? ""))
    return `${href("accountSignIn")}/…`;
  if (third !== undefined && /^checkout$/i.test(first) && /^continue$/i.test(second ?? ""))
    return `${href("checkoutContinue")}/…`;
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
