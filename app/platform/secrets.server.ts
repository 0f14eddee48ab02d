import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "./env.server";

/** 128 random bits as 22 URL-safe characters. */
export function newSecret(): string {
  return randomBytes(16).toString("base64url");
}

export function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}

/** URL-safe HMAC of `purpose` and `value` with the newest secret. */
export function signatureOf(purpose: string, value: string): string {
  return signWith(newestSecret(), purpose, value);
}

/** Whether the signature matches this purpose and value under any valid secret; constant-time. */
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
