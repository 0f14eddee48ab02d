import { href } from "~/addresses/href";

/** A path that is safe to log: without the secrets in paths of orders, enrollments, certificates, and sign-in links.
 *  Routes match any letter case, encoding, and number of slashes, so this does too. */
export function redactPath(path: string): string {
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
