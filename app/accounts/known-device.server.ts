import type { Cookie } from "@remix-run/node";
import { shopCookie } from "~/platform/http/cookies.server";
import { isSignatureOf, newSecret, signatureOf } from "~/platform/secrets.server";

/** As long as browsers keep a cookie. */
const keptSeconds = 400 * 86_400;
/** Accounts that one browser, such as a shared one, is remembered for. */
const mostAccounts = 5;

const cookie = (): Cookie => shopCookie("device", keptSeconds);

/** SECURITY 51: names this device if it signed in to the account before, so that it has limits of its own. It gives no other right.
 *  `account` must change when the device is to be forgotten. */
export async function knownDevice(request: Request, account: string): Promise<string | undefined> {
  return (await readMarks(request)).find((mark) => isMarkOf(mark, account));
}

/** The cookie header that remembers this device for the account, beside other accounts that used it. */
export async function rememberDevice(request: Request, account: string): Promise<string> {
  const marks = await readMarks(request);
  const known = marks.find((mark) => isMarkOf(mark, account)) ?? newMark(account);
  return cookie().serialize([...marks.filter((mark) => mark !== known), known].slice(-mostAccounts));
}

function newMark(account: string): string {
  const device = newSecret();
  return `${device}.${signatureOf("device", `${device} ${account}`)}`;
}

function isMarkOf(mark: string, account: string): boolean {
  const [device = "", signature = ""] = mark.split(".");
  return isSignatureOf("device", `${device} ${account}`, signature);
}

async function readMarks(request: Request): Promise<string[]> {
  const value: unknown = await cookie().parse(request.headers.get("Cookie"));
  return Array.isArray(value) ? value.filter((mark) => typeof mark === "string").slice(-mostAccounts) : [];
}
