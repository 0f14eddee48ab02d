import { spawn } from "node:child_process";
import { once } from "node:events";
import { beforeEach, expect, test } from "vitest";
import { addDays } from "~/core/dates";
import { nameParticipant } from "~/learning/participant/name.server";
import { db } from "~/platform/db/client.server";
import { buy, right, take } from "../../../tests/support/orders/bought-course";
import { deliverMail } from "../deliver/deliver.server";
import { remindOfApprovalEndings } from "./approval-endings.server";
import { stopReminders } from "./opt-out.server";
import { reminderId } from "./schedule";

const { approval } = await buy([{ quantity: 1 }]);
const boughtAt = new Date(`${addDays(approval.endsOn, -100)}T12:00:00Z`);

/** Noon in the shop's time zone, `days` before the approval ends. */
const before = (days: number) => new Date(`${addDays(approval.endsOn, -days)}T18:00:00Z`);

beforeEach(async () => {
  await db().outboxMessage.deleteMany();
  // Don't count other tests' learners.
  await db().enrollment.updateMany({ data: { withdrawnAt: new Date() } });
});

/** A learner who bought the course long before its approval ends. */
async function learner(quantity = 1) {
  const bought = await buy([{ quantity }]);
  await db().enrollment.updateMany({ where: { orderId: bought.orderId }, data: { createdAt: boughtAt } });
  return bought;
}

const reminders = async () =>
  (await db().outboxMessage.findMany({ where: { kind: "approval-ending" }, orderBy: { id: "asc" } })).map(
    ({ id }) => id,
  );

test("EDUCATION 7: one reminder within 30 days and one within 7, no matter on which days the job ran", async () => {
  const { first, orderId } = await learner();
  await remindOfApprovalEndings(before(31));
  expect(await reminders()).toEqual([]);
  await remindOfApprovalEndings(before(29));
  await remindOfApprovalEndings(before(28));
  expect(await reminders()).toEqual([reminderId(first, 30)]);
  await remindOfApprovalEndings(before(6));
  await remindOfApprovalEndings(before(0));
  expect((await reminders()).toSorted()).toEqual([reminderId(first, 30), reminderId(first, 7)].toSorted());
  expect(await db().outboxMessage.findFirst()).toMatchObject({ orderId, payload: { enrollmentId: first } });
});

test("a scheduler that was down for a month sends one reminder, and none after the end", async () => {
  const { first } = await learner();
  await remindOfApprovalEndings(before(3));
  expect(await reminders()).toEqual([reminderId(first, 7)]);
  const other = await learner();
  await remindOfApprovalEndings(before(-1));
  expect(await reminders()).not.toContain(reminderId(other.first, 7));
});

test("days are in the shop's time zone: the evening before is not yet the thirtieth day", async () => {
  const { first } = await learner();
  // Five hours after midnight UTC it is still the day before in Chicago, summer or winter.
  await remindOfApprovalEndings(new Date(`${addDays(approval.endsOn, -30)}T04:30:00Z`));
  expect(await reminders()).toEqual([]);
  await remindOfApprovalEndings(new Date(`${addDays(approval.endsOn, -30)}T06:30:00Z`));
  expect(await reminders()).toEqual([reminderId(first, 30)]);
});

test("several concurrent processes queue it once", async () => {
  const { first } = await learner();
  await Promise.all(Array.from({ length: 5 }, () => remindOfApprovalEndings(before(20))));
  expect(await reminders()).toEqual([reminderId(first, 30)]);
});

test("no reminder after passing, three failures, or lost access, without a name, or for a recent purchase", async () => {
  const passed = await learner();
  await take(passed.first, 1, right);
  const locked = await learner();
  for (const number of [1, 2, 3]) await take(locked.first, number);
  const withdrawn = await learner();
  await db().enrollment.update({ where: { id: withdrawn.first }, data: { withdrawnAt: new Date() } });
  const late = await learner();
  await db().enrollment.update({ where: { id: late.first }, data: { createdAt: before(29) } });
  const unnamed = await learner(2);
  await db().outboxMessage.deleteMany();
  await remindOfApprovalEndings(before(20));
  expect(await reminders()).toEqual([reminderId(unnamed.first, 30)]);
  await nameParticipant(unnamed.second, { name: "Kim Lee", email: "kim@example.com" });
  await remindOfApprovalEndings(before(19));
  expect(await reminders()).toContain(reminderId(unnamed.second, 30));
});

test.each(["paid", "refunding", "refunded", "attention"] as const)(
  "a learner who can still take the test is reminded, even if the order is %s",
  async (state) => {
    const { first, orderId } = await learner();
    await db().order.update({ where: { id: orderId }, data: { state } });
    await remindOfApprovalEndings(before(20));
    expect(await reminders()).toEqual([reminderId(first, 30)]);
  },
);

test("a learner who opted out gets no reminders, not even ones already queued", async () => {
  const { first } = await learner();
  await remindOfApprovalEndings(before(20));
  await stopReminders(first);
  await stopReminders(first);
  await remindOfApprovalEndings(before(5));
  await deliverMail();
  const rows = await db().outboxMessage.findMany();
  expect(rows).toHaveLength(2);
  for (const row of rows) {
    expect(row).toMatchObject({ recipient: null, lastError: "Not sent: the learner opted out of reminders." });
    expect(row.sentAt).not.toBeNull();
  }
});

test("opting out works while another process writes", async () => {
  const { first } = await learner();
  const writer = spawn(process.execPath, ["--import", "tsx", "tests/support/shop/keep-writing.ts"], {
    ...{ env: process.env, stdio: ["ignore", "pipe", "inherit"] },
  });
  const ended = once(writer, "exit");
  await once(writer.stdout, "data");
  for (let time = 0; time < 20; time++) await stopReminders(first);
  writer.kill("SIGKILL");
  await ended;
  expect(
    await db().outboxMessage.count({ where: { lastError: "Not sent: the learner opted out of reminders." } }),
  ).toBe(2);
});
