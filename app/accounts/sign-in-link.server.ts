import { customerKeyOf } from "~/core/email";
import { db, type Queries } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { transaction } from "~/platform/db/transaction.server";
import { hashOf, newSecret } from "~/platform/secrets.server";

export const signInMinutes = 15;
const keptMilliseconds = 24 * 60 * 60_000;

/** Makes a link that signs in once, in the moment when its mail is sent. Answers the 128-bit secret that it bears; the table
 *  keeps its hash only. Whoever asks twice has one link that works: the later one. */
export async function createSignInLink(email: string): Promise<string> {
  const secret = newSecret();
  const key = customerKeyOf(email);
  await transaction(async (tx) => {
    const createdAt = await databaseNow(tx);
    await endOpenLinks(tx, key, createdAt);
    await tx.signInLink.deleteMany({ where: { endsAt: { lt: new Date(createdAt.getTime() - keptMilliseconds) } } });
    const endsAt = new Date(createdAt.getTime() + signInMinutes * 60_000);
    await tx.signInLink.create({ data: { id: hashOf(secret), email: key, createdAt, endsAt } });
  });
  return secret;
}

/** Whom the link would sign in; undefined where it is unknown, used or over. Does not use it up. */
export async function readSignInLink(secret: string): Promise<string | undefined> {
  const at = await databaseNow(db());
  const link = await db().signInLink.findFirst({ where: openLink(secret, at), select: { email: true } });
  return link?.email;
}

/** Uses the link up and answers whom it signs in: of several at once only one gets the e-mail. */
export async function takeSignInLink(tx: Queries, secret: string, at: Date): Promise<string | undefined> {
  const { count } = await tx.signInLink.updateMany({ where: openLink(secret, at), data: { usedAt: at } });
  if (count === 0) return undefined;
  const { email } = await tx.signInLink.findUniqueOrThrow({ where: { id: hashOf(secret) }, select: { email: true } });
  // Two mails that are sent at the same moment can leave two open links.
  await endOpenLinks(tx, email, at);
  return email;
}

async function endOpenLinks(tx: Queries, email: string, at: Date): Promise<void> {
  await tx.signInLink.updateMany({ where: { email, usedAt: null, endsAt: { gt: at } }, data: { endsAt: at } });
}

function openLink(secret: string, at: Date) {
  return { id: hashOf(secret), usedAt: null, endsAt: { gt: at } };
}
