import { databaseNow, db } from "~/platform/db.server";
import { hashOf, newSecret } from "~/platform/secrets.server";

export const signInMinutes = 30;

/** Makes a link that signs in once. Answers the secret that it bears; the table keeps its hash only. */
export async function createSignInLink(email: string): Promise<string> {
  const secret = newSecret();
  const createdAt = await databaseNow(db());
  const endsAt = new Date(createdAt.getTime() + signInMinutes * 60_000);
  await db().signInLink.create({ data: { id: hashOf(secret), email, createdAt, endsAt } });
  return secret;
}
