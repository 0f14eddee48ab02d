import { customerKeyOf } from "~/core/email";
import { db, type Queries } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { transaction } from "~/platform/db/transaction.server";
import { hashOf, newSecret } from "~/platform/secrets.server";

export const signInMinutes = 15;

/** Creates a single-use sign-in link when its mail is sent. Returns the link's 128-bit secret; the table keeps only
 *  its hash. Only the newest link for an address works. */
export async function createSignInLink(email: string): Promise<string> {
  const secret = newSecret();
  const key = customerKeyOf(email);
  await transaction(async (tx) => {
    const createdAt = await databaseNow(tx);
    await endOpenLinks(tx, key, createdAt);
    const endsAt = new Date(createdAt.getTime() + signInMinutes * 60_000);
    await tx.signInLink.create({ data: { id: hashOf(secret), email: key, createdAt, endsAt } });
  });
  return secret;
}

/** Who the link would sign in; undefined if it is unknown, used, or expired. Doesn't use it up. */
export async function readSignInLink(secret: string): Promise<string | undefined> {
  const at = await databaseNow(db());
  const link = await db().signInLink.findFirst({ where: openLink(secret, at), select: { email: true } });
  return link?.email;
}

/** Uses up the link and returns the e-mail it signs in; of several concurrent calls only one succeeds. */
export async function redeemSignInLink(tx: Queries, secret: string, at: Date): Promise<string | undefined> {
  const { count } = await tx.signInLink.updateMany({ where: openLink(secret, at), data: { usedAt: at } });
  if (count === 0) return undefined;
  const { email } = await tx.signInLink.findUniqueOrThrow({ where: { id: hashOf(secret) }, select: { email: true } });
  // Two mails sent at the same moment can leave two open links.
  await endOpenLinks(tx, email, at);
  return email;
}

async function endOpenLinks(tx: Queries, email: string, at: Date): Promise<void> {
  await tx.signInLink.updateMany({ where: { email, usedAt: null, endsAt: { gt: at } }, data: { endsAt: at } });
}

function openLink(secret: string, at: Date) {
  return { id: hashOf(secret), usedAt: null, endsAt: { gt: at } };
}
