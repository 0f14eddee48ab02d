import { expect, test } from "vitest";
import { EnrollmentId, OrderId } from "~/core/ids";
import { actOnOrder } from "~/desk/orders/corrections/act.server";
import { nameParticipant } from "~/learning/participant/name.server";
import { db } from "~/platform/db/client.server";
import { newSecret } from "~/platform/secrets.server";
import { buy, take } from "../../../tests/support/orders/bought-course";
import { createSampleOrder } from "../../../tests/support/orders/sample-order";
import { sendNewLinks, waitForNewLinks } from "./new-links.server";

const newEmail = () => `${newSecret().toLowerCase()}@example.com`;

/** An order of two units: the buyer's, and one of a colleague. */
async function forTwo() {
  const [buyer, colleague] = [newEmail(), newEmail()];
  const { orderId, first, second } = await buy([{ quantity: 2 }], { name: "Ada Lim", email: buyer });
  await nameParticipant(second, { name: "Bo Rasp", email: colleague });
  await db().outboxMessage.deleteMany({ where: { orderId } });
  return { orderId, first, second, buyer, colleague };
}

const versionOf = async (orderId: string) =>
  (await db().order.findUniqueOrThrow({ where: { id: orderId } })).linkVersion;
const versionsOf = async (...ids: string[]) =>
  Promise.all(ids.map(async (id) => (await db().enrollment.findUniqueOrThrow({ where: { id } })).linkVersion));
const lettersOf = async (orderId: string) =>
  (await db().outboxMessage.findMany({ where: { orderId } }))
    .map(({ kind, payload }) => [kind, (payload as { email?: string }).email ?? "the buyer"])
    .sort(([one = ""], [other = ""]) => other.localeCompare(one));

async function correct(orderId: string, was: string, email: string) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ act: "correct-email", was, email })) form.set(name, value);
  return actOnOrder(form, OrderId.parse(orderId), "ines@example.com");
}

test("SECURITY 45: new links revoke every old one of an order and its courses, and go to whom they belong, once for a double click", async () => {
  const { orderId, first, second, colleague } = await forTwo();
  const version = await versionOf(orderId);
  const before = await versionsOf(first, second);
  const sent = await Promise.all([1, 2].map(() => sendNewLinks(orderId, { version }, "ines@example.com")));
  expect(sent).toEqual([{ ok: true }, { ok: true }]);
  expect(await versionOf(orderId)).toBe(version + 1);
  expect(await versionsOf(first, second)).toEqual(before.map((old) => old + 1));
  expect(await lettersOf(orderId)).toEqual([
    ["receipt", "the buyer"],
    ["access", colleague],
  ]);
  const entries = await db().auditEntry.findMany({ where: { subject: `order:${orderId}` } });
  expect(entries).toMatchObject([{ action: "order.links-renewed", actor: "ines@example.com" }]);
});

test("an unpaid order has no links to send", async () => {
  const orderId = await createSampleOrder({ email: newEmail() });
  expect(await sendNewLinks(orderId, { version: 1 }, "ines@example.com")).toEqual({ ok: false, problem: "unpaid" });
  expect(await versionOf(orderId)).toBe(1);
});

test("a buyer sends new links of an order at most five times an hour", async () => {
  const orderId = OrderId.parse(newSecret());
  for (let n = 0; n < 5; n++) expect(await waitForNewLinks(orderId)).toBe(0);
  expect(await waitForNewLinks(orderId)).toBeGreaterThan(0);
});

test("SECURITY 45: a corrected buyer’s address revokes the links of the order and all of its courses; a learner’s, only the learner’s", async () => {
  const { orderId, first, second, buyer, colleague } = await forTwo();
  const right = newEmail();
  expect(await correct(orderId, colleague, right)).toMatchObject({ ok: true });
  expect(await versionOf(orderId)).toBe(1);
  expect(await versionsOf(first, second)).toEqual([1, 2]);
  expect(await lettersOf(orderId)).toEqual([["access", right]]);
  await db().outboxMessage.deleteMany({ where: { orderId } });

  expect(await correct(orderId, buyer, newEmail())).toMatchObject({ ok: true });
  expect(await versionOf(orderId)).toBe(2);
  const [own = 0, other = 0] = await versionsOf(first, second);
  expect([own > 1, other > 2]).toEqual([true, true]);
  expect(await lettersOf(orderId)).toEqual([
    ["receipt", "the buyer"],
    ["access", right],
  ]);
});

test("SECURITY 45: links don’t go to the address that was corrected, even if a test was submitted with it", async () => {
  const { orderId, first, buyer, colleague } = await forTwo();
  await take(first, 1);
  expect(await correct(orderId, buyer, newEmail())).toMatchObject({ ok: true, value: "email-kept" });
  expect(await lettersOf(orderId)).toEqual([
    ["receipt", "the buyer"],
    ["access", colleague],
  ]);
});

test("SECURITY 45: a course given to somebody else revokes its links and mails new ones; a first name or another spelling revokes none", async () => {
  const { first: own, second, orderId, colleague } = await forTwo();
  expect(await versionsOf(own, second)).toEqual([1, 1]);
  const spelled = { name: "Bo Raspe", email: colleague.toUpperCase() };
  expect(await nameParticipant(second, spelled)).toEqual({ ok: true, value: { isRevoked: false } });
  expect([await versionsOf(own, second), await lettersOf(orderId)]).toEqual([[1, 1], []]);
  const kim = newEmail();
  expect(await nameParticipant(second, { name: "Kim Lee", email: kim })).toEqual({
    ok: true,
    value: { isRevoked: true },
  });
  expect([await versionsOf(own, second), await lettersOf(orderId)]).toEqual([[1, 2], [["access", kim]]]);
});

test("whoever is named as a course’s first learner gets its link, the buyer only if somebody else had it before", async () => {
  const email = newEmail();
  const { orderId, second } = await buy([{ quantity: 2 }], { name: "Ada Lim", email });
  const third = EnrollmentId.parse(second);
  await nameParticipant(third, { name: "Ada Lim", email });
  expect(await lettersOf(orderId)).toEqual([]);
  const bo = newEmail();
  await nameParticipant(third, { name: "Bo Rasp", email: bo });
  await nameParticipant(third, { name: "Ada Lim", email });
  expect((await lettersOf(orderId)).map(([, to]) => to).sort()).toEqual([bo, email].sort());
});
