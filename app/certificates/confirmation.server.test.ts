import { expect, test } from "vitest";
import { enrollLearners } from "~/checkout/settle/enroll.server";
import { EnrollmentId } from "~/core/ids";
import { enrollmentsOfOrder, readEnrollment } from "~/learning/enrollment/read.server";
import { confirmInAccount, confirmLearner, readConfirmation } from "~/learning/participant/confirm.server";
import { nameParticipant } from "~/learning/participant/name.server";
import { readLetter } from "~/mail/readers/read.server";
import { resendLearnerLetter } from "~/mail/resend/learner-letter.server";
import { db } from "~/platform/db/client.server";
import { transaction } from "~/platform/db/transaction.server";
import { newSecret } from "~/platform/secrets.server";
import { buy, confirm, right, take } from "../../tests/support/orders/bought-course";
import { createSampleOrder } from "../../tests/support/orders/sample-order";

const newEmail = () => `${newSecret().toLowerCase()}@example.com`;
const kindOf = async (id: string) => (await readEnrollment(EnrollmentId.parse(id))).standing.kind;
const keyOf = async (enrollmentId: string) =>
  (await db().certificate.findUnique({ where: { enrollmentId } }))?.participantKey;
const alertsOf = (orderId: string) => db().outboxMessage.count({ where: { orderId, kind: "staff-alert" } });
const lettersOf = (orderId: string) => db().outboxMessage.count({ where: { orderId, kind: "access" } });

/** An order whose second unit somebody else named for this address. */
async function forColleague(email = newEmail()) {
  const bought = await buy([{ quantity: 2 }]);
  await nameParticipant(bought.second, { name: "Kim Lee", email });
  return { ...bought, email };
}

/** The victim is certified for the course under a confirmed address. */
async function certified(email = newEmail()) {
  const { first, orderId } = await buy([{ quantity: 1 }], { name: "Ada Lim", email });
  await confirm(first);
  await take(first, 1, right);
  return { first, email, orderId };
}

test("EDUCATION 15: a colleague’s test opens, and a certificate carries the name, only after the learner confirms", async () => {
  const { second, email } = await forColleague();
  expect(await kindOf(second)).toBe("unconfirmed");
  expect(await take(second, 1, right)).toMatchObject({ ok: false, problem: { standing: { kind: "unconfirmed" } } });
  expect(await db().certificate.count({ where: { enrollmentId: second } })).toBe(0);
  await confirm(second);
  expect(await kindOf(second)).toBe("open");
  await take(second, 1, right);
  expect(await keyOf(second)).toBe(email);
});

test("EDUCATION 15: learners named at checkout confirm too, but not a buyer among them", async () => {
  const orderId = await createSampleOrder({ email: "lead@example.com", saleUnits: 2 });
  const seats = [
    { position: 0, name: "Bo Rasp", email: "bo.rasp@example.com" },
    { position: 1, name: "The Lead", email: "Lead@Example.com" },
  ];
  await db().order.update({ where: { id: orderId }, data: { purpose: "colleagues", seats: { create: seats } } });
  await transaction((tx) => enrollLearners(tx, orderId, new Date()));
  const units = await db().enrollment.findMany({ where: { orderId }, orderBy: { unit: "asc" } });
  expect(units.map(({ participantName, mustConfirm }) => [participantName, mustConfirm])).toEqual([
    ["Bo Rasp", true],
    ["The Lead", false],
  ]);
});

test("EDUCATION 15: a stranger who types the victim’s address doesn’t block the victim’s test or certificate", async () => {
  const email = newEmail();
  const stranger = await buy([{ quantity: 2 }], { name: "A Stranger", email });
  await take(stranger.first, 1, right);
  expect(await keyOf(stranger.first)).toBeNull();
  const colleague = await forColleague(email);
  const victim = await buy([{ quantity: 1 }], { name: "Ada Lim", email });
  await confirm(victim.first);
  expect(await kindOf(victim.first)).toBe("open");
  expect(await take(victim.first, 1, right)).toMatchObject({ ok: true });
  expect(await keyOf(victim.first)).toBe(email);
  expect(await alertsOf(victim.orderId)).toBe(1);
  expect(await kindOf(colleague.second)).toBe("unconfirmed");
});

test("EDUCATION 15: whoever types an address sees the same whether it has a certificate or not", async () => {
  const [known, unknown] = [(await certified()).email, newEmail()];
  const seen = async (email: string) => {
    const own = await buy([{ quantity: 2 }], { name: "A Stranger", email });
    const other = await buy([{ quantity: 2 }], { name: "A Stranger", email: "stranger@example.com" });
    const named = await nameParticipant(other.second, { name: "Ada Lim", email });
    const views = [await enrollmentsOfOrder(own.orderId), await enrollmentsOfOrder(other.orderId)].flat();
    const taken = [await take(own.first, 1, right), await take(other.second, 1, right)];
    const after = (await enrollmentsOfOrder(own.orderId)).map(({ standing }) => standing);
    return JSON.stringify([named, views.map(({ standing, participant }) => [standing, participant]), taken, after])
      .replaceAll(email, "the address")
      .replaceAll(other.orderId, "the order");
  };
  expect(await seen(known)).toBe(await seen(unknown));
});

test("EDUCATION 9, 15: after confirming, a learner with a certificate elsewhere is told, and the test stays closed", async () => {
  const { email } = await certified();
  const { second } = await forColleague(email);
  await confirm(second);
  expect(await kindOf(second)).toBe("already-credited");
  expect(await take(second, 1, right)).toMatchObject({ ok: false });
});

test("EDUCATION 9, 15: a certificate under an unconfirmed address counts once it is confirmed; staff hear of a second one", async () => {
  const email = newEmail();
  const own = await buy([{ quantity: 1 }], { name: "Ada Lim", email });
  await take(own.first, 1, right);
  expect([await keyOf(own.first), await alertsOf(own.orderId)]).toEqual([null, 0]);
  const again = await buy([{ quantity: 1 }], { name: "Ada Lim", email });
  await take(again.first, 1, right);
  expect([await keyOf(again.first), await alertsOf(again.orderId)]).toEqual([null, 1]);
  await confirm(own.first);
  expect(await keyOf(own.first)).toBe(email);
  await confirm(again.first);
  expect([await keyOf(again.first), await alertsOf(again.orderId)]).toEqual([null, 2]);
});

test("EDUCATION 9: two orders under one address, confirmed at the same moment: one certificate counts", async () => {
  const email = newEmail();
  const orders = [];
  for (let n = 0; n < 2; n++) orders.push(await buy([{ quantity: 1 }], { name: "Ada Lim", email }));
  for (const { first } of orders) await take(first, 1, right);
  await Promise.all(orders.map(({ first }) => confirm(first)));
  expect(await db().certificate.count({ where: { participantKey: email } })).toBe(1);
  expect(await db().enrollment.count({ where: { participantKey: email, confirmedAt: null } })).toBe(0);
});

test("the signed-in buyer’s test confirms their own course; EDUCATION 9: and is refused if it was credited before", async () => {
  const { email } = await certified();
  const { first } = await buy([{ quantity: 1 }], { name: "Ada Lim", email });
  expect(await kindOf(first)).toBe("open");
  expect((await readEnrollment(first, undefined, { isLearner: true })).standing.kind).toBe("already-credited");
  await confirmInAccount(first);
  expect(await take(first, 1, right)).toMatchObject({ problem: { standing: { kind: "already-credited" } } });
});

test("EDUCATION 15: another learner or spelling asks again by mail; the signed-in learner’s own spelling doesn’t", async () => {
  const { second, orderId, email } = await forColleague();
  await confirm(second);
  await nameParticipant(second, { name: "Kim J. Lee", email }, { isLearner: true });
  expect([await kindOf(second), await lettersOf(orderId)]).toEqual(["open", 1]);
  await nameParticipant(second, { name: "Kim J. Leigh", email });
  expect([await kindOf(second), await lettersOf(orderId)]).toEqual(["unconfirmed", 2]);
  await confirm(second);
  await nameParticipant(second, { name: "Bo Rasp", email: newEmail() });
  expect([await kindOf(second), await lettersOf(orderId)]).toEqual(["unconfirmed", 3]);
});

test("a name that changed after the learner saw it is not confirmed", async () => {
  const { second, email } = await forColleague();
  const { seen } = await readConfirmation(second);
  await nameParticipant(second, { name: "Kim Leigh", email });
  expect(await confirmLearner(second, seen)).toEqual({ ok: false, problem: "changed" });
  expect(await kindOf(second)).toBe("unconfirmed");
});

test("EDUCATION 15: the learner’s letter has the link to confirm until they have; it is sent again three times an hour", async () => {
  const { second, orderId, email } = await forColleague();
  const letter = async () => {
    const read = await readLetter("access", { orderId, email });
    return read.ok ? JSON.stringify(read.value.letter) : "";
  };
  expect(await letter()).toMatch(new RegExp(`/learning/${second}/[\\w.-]+/confirm`));
  for (let n = 0; n < 3; n++) expect(await resendLearnerLetter(second)).toBe(true);
  expect(await resendLearnerLetter(second)).toBe(false);
  expect(await lettersOf(orderId)).toBe(1);
  await confirm(second);
  expect(await letter()).not.toContain("/confirm");
  expect(await db().auditEntry.count({ where: { subject: `enrollment:${second}`, action: "learner.confirmed" } })).toBe(
    1,
  );
});

test("EDUCATION 15: confirming says nothing for the order’s other learners", async () => {
  const { ids } = await buy([{ quantity: 3 }]);
  const others = ids.slice(1);
  for (const id of others) await nameParticipant(id, { name: "Kim Lee", email: newEmail() });
  await confirm(others[0] ?? "");
  expect(await Promise.all(others.map(kindOf))).toEqual(["open", "unconfirmed"]);
});
