import ipaddr from "ipaddr.js";
import { isAddress, isLoopback, isPrivate } from "./limits/network";

// What is wrong with a variable, in words that follow its name; undefined if nothing is.

const proxyNames = ["loopback", "linklocal", "uniquelocal"];
const proxyExample = "such as 10.0.0.5, 10.0.0.0/8, or loopback, separated by commas";

/** Whose forwarded headers are believed. Anything but addresses would let visitors choose the address that limits count. */
export function proxyProblem(text: string): string | undefined {
  for (const proxy of text.split(",").map((part) => part.trim())) {
    const problem = proxyNames.includes(proxy) ? undefined : problemOfProxy(proxy);
    if (problem) return problem;
  }
  return undefined;
}

export const proxyMissing = `SHOP_MODE=live needs the address of the proxy in front of the shop, ${proxyExample}`;

function problemOfProxy(proxy: string): string | undefined {
  const write = `write the proxy's address or network, ${proxyExample}`;
  if (proxy === "") return `names no proxy; ${write}`;
  if (/^\d+$/.test(proxy)) return `"${proxy}" would count proxies, which visitors can imitate; ${write}`;
  if (["true", "yes", "*", "all"].includes(proxy.toLowerCase()))
    return `"${proxy}" would trust every visitor; ${write}`;
  const [address = "", bits] = proxy.split("/");
  if (!isAddress(address))
    return /^[\d.:a-f/]+$/i.test(proxy)
      ? `"${proxy}" is not an IP address or network; ${write}`
      : `"${proxy}" is a name, and names can change; ${write}`;
  if (bits === undefined) return undefined;
  const [least, most] = ipaddr.parse(address).kind() === "ipv4" ? [8, 32] : [7, 128];
  if (!/^\d{1,3}$/.test(bits) || Number(bits) > most) return `"${proxy}" is not an IP address or network; ${write}`;
  return Number(bits) < least ? `"${proxy}" would trust too many visitors; ${write}` : undefined;
}

/** Without a mode, only what no mode allows. */
export function stripeKeyProblem(key: string, isLive?: boolean): string | undefined {
  if (key.startsWith("pk_")) return "is the publishable key; write the secret key (sk_…) or a restricted key (rk_…)";
  if (!/^(sk|rk)_(test|live)_\w+$/.test(key)) return "must begin with sk_test_, rk_test_, sk_live_, or rk_live_";
  if (isLive === undefined) return undefined;
  const isLiveKey = /^.._live_/.test(key);
  if (!isLive) return isLiveKey ? "a live key needs SHOP_MODE=live" : undefined;
  if (!isLiveKey) return "SHOP_MODE=live needs a live key (sk_live_… or rk_live_…), and this is a test key";
  return key.length < 24 ? "is cut off; copy the whole key from Stripe's dashboard" : undefined;
}

export function webhookSecretProblem(secret: string, isLive: boolean): string | undefined {
  const own = secret.startsWith("whsec_") ? secret.slice("whsec_".length) : undefined;
  if (own === undefined) return "must begin with whsec_";
  if (own === "" || (isLive && own.length < 24))
    return "is cut off; copy the whole signing secret from Stripe's dashboard";
  return isLive && isEasyToGuess(own) ? "is easy to guess; copy the signing secret from Stripe's dashboard" : undefined;
}

/** A secret that signs cookies and links. */
export function secretProblem(secret: string, isLive: boolean): string | undefined {
  if (secret.length < 32) return "each secret needs at least 32 characters";
  return isLive && isEasyToGuess(secret)
    ? "a secret is an example or easy to guess; make one with: openssl rand -hex 32"
    : undefined;
}

/** An example, a repetition, a sequence, or too few different characters. Random characters fail once in ten million. */
function isEasyToGuess(secret: string): boolean {
  if (/secret|example|password|changeme|change-me|characters|stand_in/i.test(secret)) return true;
  return /^(.+?)\1+$/.test(secret) || longestRun(secret) >= 8 || bitsOf(secret) < 80;
}

/** Of neighbors such as `abcd` or `4321`. */
function longestRun(text: string): number {
  let longest = 1;
  for (const step of [1, -1])
    for (let index = 1, run = 1; index < text.length; index++) {
      run = text.charCodeAt(index) - text.charCodeAt(index - 1) === step ? run + 1 : 1;
      longest = Math.max(longest, run);
    }
  return longest;
}

/** Shannon's measure of how evenly the text uses its characters. */
function bitsOf(text: string): number {
  const counts = new Map<string, number>();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - count * Math.log2(count / text.length), 0);
}

/** Mail of a live shop carries sign-in links, so it is sent over TLS only; `sendMail` requires STARTTLS of smtp://. */
export function liveMailProblem(mail: string): string | undefined {
  if (mail.startsWith("file:")) return "SHOP_MODE=live needs an SMTP server";
  if (!URL.canParse(mail) || new URL(mail).hostname === "")
    return "SHOP_MODE=live needs smtps://user:password@host, or smtp:// for STARTTLS";
  for (const [option, value] of new URL(mail).searchParams)
    if (weakensTls(option, value))
      return `${option}=${value} would send mail without TLS or to anyone's server; leave it out`;
  return undefined;
}

function weakensTls(option: string, value: string): boolean {
  if (/^tls\.servername$/i.test(option) || (/^requireTLS$/i.test(option) && value === "true")) return false;
  return /^(ignoreTLS|opportunisticTLS|requireTLS|secured?|service|sendmail|streamTransport|jsonTransport|tls\..*)$/i.test(
    option,
  );
}

/** A demonstration shows its mail and its staff password to whoever can reach it. */
export function demoProblem(host: string, mayBePrivate: boolean): string | undefined {
  if (host === "localhost" || isLoopback(host)) return undefined;
  if (mayBePrivate && isPrivate(host)) return undefined;
  return mayBePrivate
    ? "a demo must not be reachable from the internet; with DEMO_NETWORK=private write this machine's private address, such as 192.168.1.20"
    : "a demo is for this machine only: 127.0.0.1 or localhost (DEMO_NETWORK=private allows a private address)";
}
