import { writeAudit } from "~/audit/audit.server";
import { customerKeyOf } from "~/core/email";
import { now } from "~/platform/clock.server";
import { db, type Queries } from "~/platform/db/client.server";
import { isDuplicateOf } from "~/platform/db/constraint.server";
import { transaction } from "~/platform/db/transaction.server";
import { newSecret } from "~/platform/secrets.server";
import { readShop } from "~/shop/shop.server";
import { hashPassword } from "./password.server";

type Opened = { email: string; password: string };

/** The account that an empty shop begins with; undefined where there is one already. SECURITY 6.3.2: its password is
 *  128 random bits that only the caller ever sees, so it must be shown at once. */
export async function createFirstStaffMember(): Promise<Opened | undefined> {
  if ((await db().staffMember.count()) > 0) return undefined;
  const domain = (await readShop()).email.split("@")[1];
  try {
    return await createStaffMember({ email: `staff@${domain}`, name: "First staff account" });
  } catch (error) {
    // Another process was quicker: then that one shows the password.
    if (isDuplicateOf(error, "StaffMember_email_key")) return undefined;
    throw error;
  }
}

/** Opens an account with a random password. Throws where the e-mail has one already (`StaffMember_email_key`). */
export async function createStaffMember({ email, name }: { email: string; name: string }): Promise<Opened> {
  const password = newSecret();
  const passwordHash = await hashPassword(password);
  const key = customerKeyOf(email);
  const at = now();
  await transaction(async (tx) => {
    await tx.staffMember.create({ data: { email: key, name, passwordHash, createdAt: at } });
    await writeAudit(tx, { actor: "operator", action: "staff.created", subject: `staff:${key}`, after: { name }, at });
  });
  return { email: key, password };
}

/** SECURITY 7.4: the password and every session that was opened with the old one go together. False: no such member. */
export async function changePassword(email: string, password: string): Promise<boolean> {
  const passwordHash = await hashPassword(password);
  return changeMember(email, "staff.password-changed", (tx, id) =>
    tx.staffMember.update({ where: { id }, data: { passwordHash } }),
  );
}

/** SECURITY 7.4: nobody whose account is disabled stays signed in. False: no such member. */
export async function disableStaffMember(email: string): Promise<boolean> {
  return changeMember(email, "staff.disabled", (tx, id) =>
    tx.staffMember.update({ where: { id }, data: { disabledAt: now() } }),
  );
}

async function changeMember(email: string, action: string, change: (tx: Queries, id: string) => Promise<unknown>) {
  const key = customerKeyOf(email);
  const member = await db().staffMember.findUnique({ where: { email: key }, select: { id: true } });
  if (!member) return false;
  await transaction(async (tx) => {
    await change(tx, member.id);
    await tx.staffSession.deleteMany({ where: { staffMemberId: member.id } });
    await writeAudit(tx, { actor: "operator", action, subject: `staff:${key}`, at: now() });
  });
  return true;
}
