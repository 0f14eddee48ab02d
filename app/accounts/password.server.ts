import { hash, verify } from "@node-rs/argon2";
import { newSecret } from "~/platform/secrets.server";

/** SECURITY 11.4.2: argon2id (2) with OWASP's parameters: 19 MiB, two passes, one lane. */
const costs = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, costs);
}

/** Matches no password, so checking an unknown account costs as much as a known one (SECURITY 6.3.8). */
const dummyHash = hashPassword(newSecret());

/** Whether the password matches the hash. Without a hash the answer is no, after the same work. */
export async function isPasswordOf(passwordHash: string | undefined, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await dummyHash), password);
  return matches && passwordHash !== undefined;
}
