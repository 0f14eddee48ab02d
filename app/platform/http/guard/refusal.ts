import type { AddressName } from "~/addresses/addresses";
import { href } from "~/addresses/href";
import { addressNameOf } from "~/addresses/name-of";
import { isOwnHost, isOwnOrigin } from "./origin";

/** What the guard looks at in a request. */
export type Asked = {
  method: string;
  /** As it was sent: path and query. */
  url: string;
  headers: Partial<
    Record<"host" | "origin" | "content-type" | "content-length" | "transfer-encoding", string | undefined>
  >;
  headerCount: number;
  /** Node reads the first `Host` and drops the others; a proxy may have read another one. */
  hostCount: number;
};
export type Refusal = { status: number; message: string; allow?: string };
type Shop = { origin: string; port: number };

const mostHeaders = 100;
const longestUrl = 12_000;
const mostParameters = 500;
const mostEqualParameters = 200;
/** Bytes. Staff forms list courses and units; Stripe's events hold whole objects. */
const [visitorBody, longBody] = [64_000, 1_000_000];
const visitorsAmongStaff = new Set<AddressName>(["staffSignIn", "staffSignOut"]);
/** Machines post here, and sign what they post. */
const machinePaths = new Set([href("stripeWebhook")]);
export const methods = "GET, HEAD, POST";
const unsafeMethods = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/** Why a request is refused whoever it is for: its address or its headers are too many, too long, or unreadable. */
export function refusedTarget({ method, url, headerCount, hostCount }: Asked): Refusal | undefined {
  if (headerCount > mostHeaders) return { status: 431, message: "This request has too many headers." };
  if (hostCount > 1) return { status: 400, message: "This request names more than one host." };
  if (url === "*") return wrongMethod;
  if (url.length > longestUrl)
    return { status: 414, message: "This address is too long. Shorten what you search for or choose fewer items." };
  if (method !== "GET" && method !== "HEAD" && !unsafeMethods.has(method)) return wrongMethod;
  if (!url.startsWith("/")) return { status: 400, message: "This address can’t be read." };
  const at = url.indexOf("?");
  const [path, query] = at < 0 ? [url, ""] : [url.slice(0, at), url.slice(at + 1)];
  // PostgreSQL can't store a NUL. Other unreadable text in a query becomes harmless signs: a shared link must open.
  if (!isReadable(path) || query.includes("%00")) return { status: 404, message: "Not found." };
  if (hasTooMany(query))
    return { status: 414, message: "This address has too many parts. Go back and choose fewer items." };
  return undefined;
}

/** Why a request for a page is refused before anything reads it. The method excuses nothing. */
export function refusedRequest({ method, url, headers }: Asked, { origin, port }: Shop): Refusal | undefined {
  const path = url.split("?", 1)[0] ?? "";
  if (!isOwnHost(headers.host, origin, port))
    return { status: 421, message: `This address isn’t served here. Go to ${origin}.` };
  if (!isOwnOrigin({ method, path, origin: headers.origin }, origin, machinePaths))
    return { status: 403, message: `This request didn’t come from one of our pages. Go to ${origin} and try again.` };
  // Chunked bodies have no length to check up front; neither browser forms nor webhooks send them.
  if (headers["transfer-encoding"] !== undefined)
    return { status: 411, message: "Send the request with a Content-Length." };
  if (Number(headers["content-length"] ?? 0) > maximumBody(path))
    return { status: 413, message: "This request is too large. Go back, shorten the text, and send it again." };
  if (unsafeMethods.has(method) && method !== "POST") return wrongMethod;
  // Our forms use no other encoding, so anything else is refused before it is parsed.
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(headers["content-type"] ?? "");
  if (method === "POST" && !isForm && !machinePaths.has(path))
    return { status: 415, message: "Send a form as application/x-www-form-urlencoded." };
  return undefined;
}

const wrongMethod: Refusal = { status: 405, message: "This method isn’t supported here.", allow: methods };

export function maximumBody(path: string): number {
  const name = addressNameOf(path);
  if (name === "stripeWebhook") return longBody;
  return name?.startsWith("staff") && !visitorsAmongStaff.has(name) ? longBody : visitorBody;
}

function isReadable(part: string): boolean {
  try {
    return !decodeURIComponent(part).includes("\0");
  } catch {
    return false;
  }
}

/** Counts before anything is parsed. */
function hasTooMany(query: string): boolean {
  const names = query.split("&").map((parameter) => parameter.split("=", 1)[0] ?? "");
  if (names.length > mostParameters) return true;
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return Math.max(...times.values()) > mostEqualParameters;
}
