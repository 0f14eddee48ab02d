import { beforeEach, expect, test } from "vitest";
import { db } from "~/platform/db/client.server";
import { transaction } from "~/platform/db/transaction.server";
import { newSecret } from "~/platform/secrets.server";
import { createSampleOrder } from "../../../tests/support/orders/sample-order";
import { enrollLearners } from "./enroll.server";

const courseId = "iv-therapeutics";

/** The course's approvals: [first day, last day] by reference number. */
async function approve(periods: Record<string, [string, string]>) {
  const [given] = await db().approval.findMany({ where: { courseId } });
  await db().enrollment.deleteMany({ where: { courseId } });
  for (const [referenceNumber, [startsOn, endsOn]] of Object.entries(periods)) {
    const period = { startsOn, endsOn };
    const { approver = "", category = "A", creditsHundredths = 100 } = given ?? {};
    await db().approval.upsert({
      where: { referenceNumber },
      create: { id: referenceNumber, courseId, approver, category, creditsHundredths, referenceNumber, ...period },
      update: period,
    });
  }
}

async function approvalOfWhoPays(at: string): Promise<string | undefined> {
  const orderId = await createSampleOrder({ email: `${newSecret()}@example.com` });
  await transaction((tx) => enrollLearners(tx, orderId, new Date(at)));
  return (await db().enrollment.findFirst({ where: { orderId } }))?.approvalId;
}

const { referenceNumber } = await db().approval.findFirstOrThrow({ where: { courseId } });

beforeEach(async () => {
  await approve({ [referenceNumber]: ["2020-01-01", "2020-12-31"], NOW: ["2026-01-01", "2026-12-31"] });
});

test("EDUCATION 7: a buyer is enrolled under the approval in force on the day of payment, not under an upcoming renewal", async () => {
  await approve({ RENEWAL: ["2027-01-01", "2029-12-31"] });
  expect(await approvalOfWhoPays("2026-06-15T12:00:00Z")).toBe("NOW");
  expect(await approvalOfWhoPays("2027-06-15T12:00:00Z")).toBe("RENEWAL");
});

test("the day of payment is in the shop's time zone: an approval's last evening still counts", async () => {
  await approve({ RENEWAL: ["2027-01-01", "2029-12-31"] });
  // 10 PM on Dec 31 in Chicago.
  expect(await approvalOfWhoPays("2027-01-01T04:00:00Z")).toBe("NOW");
  expect(await approvalOfWhoPays("2027-01-01T06:00:00Z")).toBe("RENEWAL");
});

test("if no approval is in force, an order paid late is still fulfilled", async () => {
  await approve({ RENEWAL: ["2010-01-01", "2010-12-31"] });
  expect(await approvalOfWhoPays("2030-01-01T12:00:00Z")).toBe("NOW");
});

test("colleagues who share one book: the first gets the book's unit, the others the test's, and no one gets two units of one course", async () => {
  const orderId = await createSampleOrder({ email: "manager@example.com" });
  await db().orderLine.create({
    data: {
      ...{ orderId, position: 1, courseFormatId: "iv-therapeutics.test_only", title: "IV Therapeutics" },
      ...{ format: "test_only", quantity: 3, totalCents: 0 },
    },
  });
  const names = ["Kim", "Lee", "Mo"];
  await db().order.update({
    where: { id: orderId },
    data: {
      purpose: "colleagues",
      seats: { create: names.map((name, position) => ({ position, name, email: `${name}@Example.com` })) },
    },
  });
  await transaction((tx) => enrollLearners(tx, orderId, new Date("2026-06-15T12:00:00Z")));
  const units = await db().enrollment.findMany({
    where: { orderId },
    orderBy: [{ orderLine: { position: "asc" } }, { unit: "asc" }],
    include: { orderLine: { select: { format: true } } },
  });
  expect(units.map(({ orderLine, participantName }) => [orderLine.format, participantName])).toEqual([
    ["book_by_mail", "Kim"],
    ["test_only", "Lee"],
    ["test_only", "Mo"],
    ["test_only", null],
  ]);
  const mails = await db().outboxMessage.findMany({
    where: { orderId, kind: "access" },
    orderBy: { createdAt: "asc" },
  });
  expect(mails.map(({ payload }) => (payload as { email: string }).email).sort()).toEqual(
    names.map((name) => `${name}@Example.com`),
  );
});

test("a buyer among the colleagues gets only the receipt", async () => {
  const orderId = await createSampleOrder({ email: "manager2@example.com" });
  const seat = { position: 0, name: "The Manager", email: "Manager2@example.com" };
  await db().order.update({ where: { id: orderId }, data: { purpose: "colleagues", seats: { create: seat } } });
  await transaction((tx) => enrollLearners(tx, orderId, new Date("2026-06-15T12:00:00Z")));
  expect(await db().enrollment.count({ where: { orderId, participantKey: "manager2@example.com" } })).toBe(1);
  expect(await db().outboxMessage.count({ where: { orderId, kind: "access" } })).toBe(0);
});
