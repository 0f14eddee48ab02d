import { type Cookie, createCookie } from "@remix-run/node";
import { env } from "../env.server";

/** One header for each cookie. */
export function cookieHeaders(cookies: string[]): Headers {
  return new Headers(cookies.map((cookie): [string, string] => ["Set-Cookie", cookie]));
}

/** SECURITY 3.3: `__Host-`, Secure, HttpOnly, SameSite=Lax, signed. On plain http (loopback only, see env) browsers
 *  differ on Secure cookies, so the prefix and the flag are omitted. */
export function shopCookie(name: string, maxAgeSeconds?: number): Cookie {
  const secure = env().SHOP_URL.startsWith("https:");
  return createCookie(secure ? `__Host-${name}` : name, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure,
    secrets: env().SECRETS,
    maxAge: maxAgeSeconds,
  });
}
