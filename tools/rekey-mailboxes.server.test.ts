import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createStaffMember } from "~/accounts/staff-members.server";
import { customerKeyOf } from "~/core/email";
import { CustomerKey } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { buy, right, take } from "../tests/support/orders/bought-course";
import { createSampleOrder } from "../tests/support/orders/sample-order";
import { rekeyMailboxes } from "./rekey-mailboxes";

/** As an earlier version wrote it: only letter case and Unicode form were folded. */
const was = CustomerKey.parse("idn@bücher.example");
const is = customerKeyOf(was);

/** Turns all that belongs to the mailbox into rows of that earlier version. */
async function age(email: string, key = was) {
  const from = customerKeyOf(email);
  await db().order.updateMany({ where: { customerKey: from }, data: { customerKey: key } });
  await db().stockHold.updateMany({ where: { customerKey: from }, data: { customerKey: key } });
  await db().stockCustomer.updateMany({ where: { customerKey: from }, data: { customerKey: key } });
  await db().enrollment.updateMany({ where: { participantKey: from }, data: { participantKey: key } });
  await db().certificate.updateMany({ where: { participantKey: from }, data: { participantKey: key } });
}

async function createCustomer(key: CustomerKey) {
  const at = new Date();
  return db().customer.create({
    data: {
      ...{ customerKey: key, email: key, createdAt: at },
      sessions: { create: { id: `session of ${key}`, createdAt: at, lastSeenAt: at } },
    },
  });
}

test("SECURITY 54: two spellings of a mailbox become one customer, with one account, one count of units, and one history", async () => {
  const [one, other] = [await createSampleOrder({ email: is }), await createSampleOrder({ email: "old@example.com" })];
  await age("old@example.com");
  const [kept] = [await createCustomer(is), await createCustomer(was)];

  expect(await rekeyMailboxes()).toBe(1);
  const orders = await db().order.findMany({ where: { id: { in: [one, other] } }, select: { customerKey: true } });
  expect(orders).toEqual([{ customerKey: is }, { customerKey: is }]);
  expect(await db().stockCustomer.findMany({ where: { customerKey: { in: [was, is] } } })).toEqual([
    { stockId: "iv-therapeutics-sale", customerKey: is, taken: 2 },
  ]);
  expect(await db().stockHold.count({ where: { customerKey: is } })).toBe(2);
  expect(
    await db().customer.findMany({ where: { customerKey: { in: [was, is] } }, include: { sessions: true } }),
  ).toEqual([expect.objectContaining({ id: kept.id, sessions: [expect.anything(), expect.anything()] })]);
  expect(await db().auditEntry.count({ where: { action: "customer.rekeyed" } })).toBe(1);

  expect(await rekeyMailboxes(), "again").toBe(0);
  expect(await db().auditEntry.count({ where: { action: "customer.rekeyed" } })).toBe(1);
});

test("SECURITY 54: a learner's courses and certificate follow the mailbox; a second certificate for a course stays", async () => {
  const [first, second] = [await buy([{ quantity: 1 }]), await buy([{ quantity: 1 }])];
  for (const { first: id } of [first, second]) await take(id, 1, right);
  const emails = await db().enrollment.findMany({ where: { id: { in: [first.first, second.first] } } });
  for (const { id: enrollmentId, participantKey } of emails)
    await db().certificate.update({ where: { enrollmentId }, data: { participantKey } });
  const [old, older] = [CustomerKey.parse("kim@bücher.example"), CustomerKey.parse("\u200bkim@bücher.example")];
  await age(emails[0]?.participantEmail ?? "", old);
  await age(emails[1]?.participantEmail ?? "", older);

  expect(await rekeyMailboxes()).toBe(2);
  const key = customerKeyOf(old);
  expect(await db().enrollment.count({ where: { participantKey: key } })).toBe(2);
  const certificates = await db().certificate.findMany({ select: { participantKey: true } });
  expect(certificates.map(({ participantKey }) => participantKey)).toContain(key);
  expect(certificates.filter(({ participantKey }) => participantKey !== key)).toHaveLength(1);
  expect(await rekeyMailboxes(), "again").toBe(0);
});

test("SECURITY 54: an account of staff follows too, unless the address is taken", async () => {
  for (const email of ["lee@xn--bcher-kva.example", "old-lee@example.com", "old-max@example.com"])
    await createStaffMember({ email, name: email });
  await db().staffMember.update({ where: { email: "old-lee@example.com" }, data: { email: "lee@bücher.example" } });
  await db().staffMember.update({ where: { email: "old-max@example.com" }, data: { email: "max@bücher.example" } });
  expect(await rekeyMailboxes()).toBe(1);
  const members = await db().staffMember.findMany({ where: { email: { contains: "cher" } }, orderBy: { name: "asc" } });
  expect(members.map(({ email }) => email)).toEqual([
    "lee@xn--bcher-kva.example",
    "lee@bücher.example",
    "max@xn--bcher-kva.example",
  ]);
});

test("every table with a customer's key is covered", () => {
  const models = readdirSync("prisma/models").flatMap((file) =>
    readFileSync(`prisma/models/${file}`, "utf8")
      .split(/^model /m)
      .slice(1),
  );
  const keyed = models
    .filter((model) => /^\s+(customerKey|participantKey) /m.test(model))
    .map((model) => model.split(" ")[0]);
  const covered = readFileSync("tools/rekey-mailboxes.ts", "utf8");
  expect(keyed.length).toBeGreaterThan(5);
  for (const name of keyed) expect(covered, name).toContain(`FROM "${name}"`);
});
