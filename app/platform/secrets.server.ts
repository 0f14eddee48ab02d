import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "./env.server";

/** 128 random bits, 22 characters that are safe in an address. */
export function newSecret(): string {
  return randomBytes(16).toString("base64url");
}

export function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}

/** An HMAC of `purpose` and `value` with the newest secret, safe in an address. */
export function signatureOf(purpose: string, value: string): string {
  return signWith(newestSecret(), purpose, value);
}

/** Whether the signature is of this purpose and value under any secret that is still valid; takes the same time for each wrong one. */
export function isSignatureOf(purpose: string, value: string, signature: string): boolean {
  const given = Buffer.from(signature);
  return env().SECRETS.some((secret) => {
    const expected = Buffer.from(signWith(secret, purpose, value));
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

function newestSecret(): string {
  const [newest] = env().SECRETS;
  if (!newest) throw new Error("SECRETS is empty");
  return newest;
}

function signWith(secret: string, purpose: string, value: string): string {
  return createHmac("sha256", secret).update(`${purpose}:${value}`).digest("base64url");
}
