import { openCustomerSession } from "~/accounts/customer-session.server";
import { openSession } from "~/accounts/sessions.server";
import { createStaffMember } from "~/accounts/staff-members.server";
import { customerKeyOf } from "~/core/email";
import { db } from "~/platform/db/client.server";
import { transaction } from "~/platform/db/transaction.server";
import { linkToken, newLinkToken } from "~/platform/link-token.server";
import { newSecret } from "~/platform/secrets.server";
import { buy, right, take } from "../../tests/support/orders/bought-course";

type Person = { email: string; order: string; enrollment: string; cookie: string };
export type Cast = {
  owner: Person;
  attacker: Person;
  /** Text that only the owner and staff may see. */
  ownerMarkers: string[];
  /** Rows that mention one of these are the attacker's own. */
  attackerMarkers: string[];
  staff: { email: string; password: string };
  /** A staff session that was open once, and one that is. */
  endedStaffCookie: string;
  staffCookie: string;
};

/** Two customers with an order, a course, a certificate and a refund request each, and a staff member. */
export async function createCast(): Promise<Cast> {
  const mark = newSecret()
    .replaceAll(/[^a-z0-9]/gi, "q")
    .toLowerCase();
  const owner = await createPerson(`Olive zq${mark}`, `owner.${mark}@example.com`, `Reason zq${mark}`);
  const attacker = await createPerson("Eve Attacker", `attacker.${mark}@example.com`, "Changed my mind");
  const numbers = await db().order.aggregate({ _max: { number: true } });
  // The next order takes its number after these.
  await db().shop.update({ where: { id: 1 }, data: { lastOrderNumber: numbers._max.number ?? 1000 } });
  const certificate = await db().certificate.findUniqueOrThrow({ where: { enrollmentId: owner.enrollment } });
  const staff = await createStaffMember({ email: `staff.${mark}@example.com`, name: "Staff Member" });
  const { id } = await db().staffMember.findUniqueOrThrow({ where: { email: staff.email } });
  const endedStaffCookie = await openStaffSession(id);
  await db().staffSession.deleteMany({ where: { staffMemberId: id } });
  const staffCookie = await openStaffSession(id);
  return {
    owner,
    attacker,
    ownerMarkers: [`zq${mark}`, `owner.${mark}`, certificate.number, certificate.verificationCode],
    attackerMarkers: [attacker.email, attacker.order, attacker.enrollment],
    staff,
    staffCookie,
    endedStaffCookie,
  };
}

async function createPerson(name: string, email: string, reason: string): Promise<Person> {
  const { orderId, first } = await buy([{ quantity: 2 }], { name, email });
  await take(first, 1, right);
  await db().refundRequest.create({ data: { orderId, at: new Date(), reason, enrollmentIds: [] } });
  const who = { customerKey: customerKeyOf(email), email, createdAt: new Date() };
  const customer = await db().customer.create({ data: who });
  const session = await transaction((tx) => openCustomerSession(tx, customer.id, new Date()));
  return { email, order: orderId, enrollment: first, cookie: pairOf(session) };
}

async function openStaffSession(id: Parameters<typeof openSession>[1]): Promise<string> {
  return pairOf(await transaction((tx) => openSession(tx, id, new Date())));
}

const pairOf = (setCookie: string) => setCookie.split(";", 1)[0] ?? "";

/** Tokens that open nothing of the owner's, each for a reason of its own. */
export function badTokens(kind: "order" | "learning", { owner, attacker }: Cast): Record<string, string> {
  const [own, foreign] = kind === "order" ? [owner.order, attacker.order] : [owner.enrollment, attacker.enrollment];
  const other = kind === "order" ? "learning" : "order";
  const row = { id: own, linkVersion: 1 };
  const valid = newLinkToken(kind, row);
  const [end = "", signature = ""] = valid.split(".");
  return {
    "of another row": newLinkToken(kind, { id: foreign, linkVersion: 1 }),
    "of another purpose": newLinkToken(other, row),
    "of another version": newLinkToken(kind, { ...row, linkVersion: 7 }),
    "that has ended": linkToken(kind, row, new Date(Date.now() - 1000)),
    "with a later end": `${(Number.parseInt(end, 36) + 86_400).toString(36)}.${signature}`,
    "without its end": signature,
    "cut short": valid.slice(0, -1),
    "with more behind it": `${valid}A`,
    "in other letters": `${end}.${signature.toUpperCase()}`,
    "that is empty": `${end}.`,
    "of nothing but zeros": `${end}.${"A".repeat(43)}`,
    "with a NUL": `${valid}%00`,
    guessed: "none",
  };
}
