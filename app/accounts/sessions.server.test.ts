import { expect, test } from "vitest";
import { db } from "~/platform/db/client.server";
import { transaction } from "~/platform/db/transaction.server";
import { makeReadOnly } from "../../tests/support/database/read-only";
import { currentCustomer, openCustomerSession } from "./customer-session.server";
import { openSession, readStaff } from "./sessions.server";
import { createStaffMember } from "./staff-members.server";

test("SECURITY 37: staff and customers go on reading where a session's last use can't be recorded", async () => {
  const earlier = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  const { email } = await createStaffMember({ email: "ines@example.com", name: "Ines" });
  const member = await db().staffMember.findUniqueOrThrow({ where: { email } });
  const customer = await db().customer.create({
    data: { email: "ada@example.com", customerKey: "ada@example.com", createdAt: earlier(120) },
  });
  const cookies = await transaction(async (tx) => [
    await openSession(tx, member.id, earlier(20)),
    await openCustomerSession(tx, customer.id, earlier(120)),
  ]);
  const headers = { Cookie: cookies.map((cookie) => cookie.split(";", 1)[0]).join("; ") };
  const request = new Request("http://localhost:3000/", { headers });
  await makeReadOnly();
  expect(await readStaff(request)).toMatchObject({ email });
  expect(await currentCustomer(request)).toMatchObject({ email: "ada@example.com" });
});
