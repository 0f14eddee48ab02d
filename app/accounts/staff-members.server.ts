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

/** Creates an empty shop's first account; undefined if there is one already. SECURITY 6.3.2: its password is 128
 *  random bits that only the caller sees, so show it right away. */
export async function createFirstStaffMember(): Promise<Opened | undefined> {
  if ((await db().staffMember.count()) > 0) return undefined;
  const domain = (await readShop()).email.split("@")[1];
  try {
    return await createStaffMember({ email: `staff@${domain}`, name: "First staff account" });
  } catch (error) {
    // Another process created it first and shows the password.
    if (isDuplicateOf(error, "StaffMember_email_key")) return undefined;
    throw error;
  }
}

/** Creates an account with a random password. Throws if the e-mail already has one (`StaffMember_email_key`). */
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

/** SECURITY 7.4: changing the password ends every session opened with the old one. False if there is no such member. */
export async function changePassword(email: string, password: string): Promise<boolean> {
  const passwordHash = await hashPassword(password);
  return changeMember(email, "staff.password-changed", (tx, id) =>
    tx.staffMember.update({ where: { id }, data: { passwordHash } }),
  );
}

/** SECURITY 7.4: disabling an account ends its sessions. False if there is no such member. */
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
