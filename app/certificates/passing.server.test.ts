import { expect, test } from "vitest";
import { dayIn } from "~/core/dates";
import { EnrollmentId, OrderLineId, PostTestId } from "~/core/ids";
import { createEnrollments } from "~/learning/enrollment/create.server";
import { enrollmentsOfOrder, readEnrollment } from "~/learning/enrollment/read.server";
import { nameParticipant } from "~/learning/participant/name.server";
import { readAttempt, submitAttempt } from "~/learning/post-test/attempts.server";
import { db } from "~/platform/db/client.server";
import { transaction } from "~/platform/db/transaction.server";
import { readShop } from "~/shop/shop.server";
import { buy, confirm, courseId, right, take, wrong } from "../../tests/support/orders/bought-course";
import { issueCertificate } from "./certificates.server";

const dana = { name: "Dana Meyer", email: "Dana@Example.com" };
const kim = { name: "Kim Lee", email: "kim@example.com" };

test("the order's first unit of a course goes to the buyer and the rest stay open, across several lines too", async () => {
  const { orderId } = await buy([{ quantity: 2 }, { quantity: 2, format: "test_only" }], dana);
  const enrollments = await enrollmentsOfOrder(orderId);
  expect(enrollments.map(({ unit, participant, standing }) => [unit, participant?.name, standing.kind])).toEqual([
    [1, "Dana Meyer", "open"],
    [2, undefined, "unnamed"],
    [1, undefined, "unnamed"],
    [2, undefined, "unnamed"],
  ]);
});

test("fulfilling a line twice doesn't duplicate its enrollments", async () => {
  const { orderId, approval } = await buy([{ quantity: 2 }]);
  const again = {
    orderId,
    orderLine: { id: OrderLineId.parse(`${orderId}.0`), quantity: 2 },
    course: { id: courseId },
  };
  await expect(
    transaction((tx) =>
      createEnrollments(tx, {
        ...again,
        approvalId: approval.id,
        people: [{ ...kim, mustConfirm: true }],
        at: new Date(),
      }),
    ),
  ).rejects.toThrow();
  expect(await db().enrollment.count({ where: { orderId } })).toBe(2);
});

test("EDUCATION 8: three attempts, then locked", async () => {
  const { first } = await buy([{ quantity: 1 }]);
  for (const number of [1, 2, 3]) expect(await take(first, number)).toEqual({ ok: true, value: { number } });
  expect(await take(first, 4, right)).toEqual({
    ok: false,
    problem: { kind: "not-open", standing: { kind: "locked" } },
  });
  expect((await readEnrollment(first)).attempts.map(({ correct }) => correct)).toEqual([0, 0, 0]);
  expect(await db().certificate.count({ where: { enrollmentId: first } })).toBe(0);
});

test("SCENARIO 22: the last attempt, sent from twenty tabs at once, counts once; there is never a fourth", async () => {
  const { first } = await buy([{ quantity: 1 }]);
  await take(first, 1);
  await take(first, 2);
  const results = await Promise.all(Array.from({ length: 20 }, (_, tab) => take(first, 3 + (tab % 2))));
  expect(results.filter((result) => result.ok && result.value.number === 3)).toHaveLength(10);
  const standing = await readEnrollment(first);
  expect(standing.attemptsUsed).toBe(3);
  expect(standing.attempts).toHaveLength(3);
  expect(standing.standing).toEqual({ kind: "locked" });
});

test("a double click on a passing test: one attempt, one certificate, and both see it", async () => {
  const { first } = await buy([{ quantity: 1 }]);
  const results = await Promise.all(Array.from({ length: 10 }, () => take(first, 1, right)));
  expect(results).toEqual(Array.from({ length: 10 }, () => ({ ok: true, value: { number: 1 } })));
  expect(await db().attempt.count({ where: { enrollmentId: first } })).toBe(1);
  expect(await db().certificate.count({ where: { enrollmentId: first } })).toBe(1);
  expect((await readEnrollment(first)).standing.kind).toBe("passed");
});

test("two tabs with different answers: the second sees the first one's stored result", async () => {
  const { first } = await buy([{ quantity: 1 }]);
  await Promise.all([take(first, 1, right), take(first, 1, wrong)]);
  const stored = await db().attempt.findMany({ where: { enrollmentId: first } });
  expect(stored).toHaveLength(1);
  const certificates = await db().certificate.count({ where: { enrollmentId: first } });
  expect(certificates).toBe(stored[0]?.passed ? 1 : 0);
});

test("EDUCATION 9: two units of one course for the same person earn one certificate, even at the same moment", async () => {
  const { first, second } = await buy([{ quantity: 2 }], { name: "Robin Okafor", email: "robin@example.com" });
  await nameParticipant(second, { name: "Robin Okafor", email: "ROBIN@example.com" });
  await Promise.all([take(first, 1, right), take(second, 1, right)]);
  expect(await db().certificate.count({ where: { enrollment: { participantKey: "robin@example.com" } } })).toBe(1);
  const standings = await Promise.all([readEnrollment(first), readEnrollment(second)]);
  expect(standings.map(({ standing }) => standing.kind).sort()).toEqual(["already-credited", "passed"]);
  const loser = standings.find(({ standing }) => standing.kind !== "passed");
  expect(loser?.attemptsUsed).toBe(0);
  expect(await take(loser?.id ?? "", 1, right)).toMatchObject({ ok: false, problem: { kind: "not-open" } });
  expect(await nameParticipant(EnrollmentId.parse(loser?.id ?? ""), kim)).toMatchObject({ ok: true });
});

test("EDUCATION 7, 8: completion counts through the approval's last day in the store's time zone", async () => {
  const { timeZone } = await readShop();
  const { approval, ids } = await buy([{ quantity: 2 }], { name: "Lee", email: "lee@example.com" });
  await nameParticipant(EnrollmentId.parse(ids[1] ?? ""), { name: "Noor", email: "noor@example.com" });
  await confirm(ids[1] ?? "");
  // Midnight in Chicago is five or six hours after midnight UTC.
  const lastEvening = new Date(`${approval.endsOn}T23:30:00Z`);
  lastEvening.setUTCHours(lastEvening.getUTCHours() + 5);
  expect(dayIn(lastEvening, timeZone)).toBe(approval.endsOn);
  const nextDay = new Date(lastEvening.getTime() + 2 * 3_600_000);
  expect(await take(ids[0] ?? "", 1, right, nextDay)).toEqual({
    ok: false,
    problem: { kind: "not-open", standing: { kind: "ended", endedOn: approval.endsOn } },
  });
  expect((await take(ids[1] ?? "", 1, right, lastEvening)).ok).toBe(true);
  const certificate = await db().certificate.findUniqueOrThrow({ where: { enrollmentId: ids[1] } });
  expect(certificate.snapshot).toMatchObject({ completedOn: approval.endsOn, participant: "Noor" });
});

test("a unit whose access was revoked is closed, regardless of its order", async () => {
  const { first } = await buy([{ quantity: 1 }]);
  await db().enrollment.update({ where: { id: first }, data: { withdrawnAt: new Date() } });
  expect(await take(first, 1, right)).toMatchObject({ problem: { standing: { kind: "closed" } } });
  expect(await nameParticipant(first, kim)).toMatchObject({ problem: { kind: "closed" } });
});

test("EDUCATION 12: the learner is fixed once the test is taken; the spelling can be corrected until the certificate", async () => {
  const { first } = await buy([{ quantity: 1 }], { name: "Sam Ortega", email: "sam@example.com" });
  expect(await nameParticipant(first, { name: "Anybody Else", email: "else@example.com" })).toMatchObject({ ok: true });
  expect(await nameParticipant(first, { name: "Sam Ortega", email: "sam@example.com" })).toMatchObject({ ok: true });
  await take(first, 1);
  expect(await nameParticipant(first, kim)).toEqual({
    ok: false,
    problem: { kind: "another-person", name: "Sam Ortega" },
  });
  expect(await nameParticipant(first, { name: "Sam J. Ortega", email: "Sam@example.com" })).toMatchObject({ ok: true });
  await take(first, 2, right);
  expect(await nameParticipant(first, { name: "Sam Ortega", email: "sam@example.com" })).toEqual({
    ok: false,
    problem: { kind: "certified" },
  });
  const certificate = await db().certificate.findUniqueOrThrow({ where: { enrollmentId: first } });
  expect(certificate).toMatchObject({ demo: true, snapshot: { participant: "Sam J. Ortega" } });
});

test("a sample course has no test, and says so", async () => {
  const { first } = await buy([{ quantity: 1 }]);
  const sample = await db().course.findFirstOrThrow({ where: { postTests: { none: {} } } });
  await db().enrollment.update({ where: { id: first }, data: { courseId: sample.id } });
  expect((await readEnrollment(first)).standing).toEqual({ kind: "sample" });
});

test("a test that has since changed is not graded with old answers", async () => {
  const { first } = await buy([{ quantity: 1 }]);
  const changed = { enrollmentId: first, number: 1, postTestId: PostTestId.parse("another"), answers: right };
  expect(await submitAttempt(changed, issueCertificate)).toEqual({ ok: false, problem: { kind: "changed" } });
});

test.each([4, 0, -1, 1.5, 2 ** 40, Number.NaN])("there is no attempt number %d", async (number) => {
  const { first } = await buy([{ quantity: 1 }]);
  await expect(readAttempt(first, number)).rejects.toMatchObject({ status: 404 });
});

test("SECURITY 16.3: issuing a certificate is audited without its code", async () => {
  const { first } = await buy([{ quantity: 1 }]);
  await take(first, 1, right);
  const { number, verificationCode } = await db().certificate.findUniqueOrThrow({ where: { enrollmentId: first } });
  const rows = await db().auditEntry.findMany({ where: { subject: `enrollment:${first}` } });
  expect(rows).toMatchObject([{ action: "certificate.issued", actor: "post-test", after: { number } }]);
  expect(JSON.stringify(rows)).not.toContain(verificationCode);
});
