import { expect, test } from "vitest";
import { remindOfApprovalEndings } from "~/mail/reminders/approval-endings.server";
import { reminderId } from "~/mail/reminders/schedule";
import { db } from "~/platform/db/client.server";
import { buy } from "../../../tests/support/orders/bought-course";
import { actOnMessage } from "./act.server";

test("a discarded reminder stays discarded", async () => {
  const { first, approval } = await buy([{ quantity: 1 }]);
  const ends = new Date(`${approval.endsOn}T18:00:00Z`).getTime();
  const daysBefore = (days: number) => new Date(ends - days * 86_400_000);
  await db().enrollment.update({ where: { id: first }, data: { createdAt: daysBefore(100) } });
  await remindOfApprovalEndings(daysBefore(20));
  const id = reminderId(first, 30);
  await db().outboxMessage.update({
    where: { id },
    data: { givenUpAt: daysBefore(20), lastError: "550 no such mailbox" },
  });
  const form = new FormData();
  for (const [name, value] of [
    ["act", "discard-mail"],
    ["id", id],
    ["reason", "Left the hospital"],
  ] as const)
    form.set(name, value);
  expect(await actOnMessage(form, "ines@example.com")).toEqual({ ok: true, value: "discarded" });
  await remindOfApprovalEndings(daysBefore(19));
  expect(await db().outboxMessage.findUniqueOrThrow({ where: { id } })).toMatchObject({
    ...{ sentAt: expect.any(Date), givenUpAt: null },
    lastError: "Not sent: discarded by ines@example.com: Left the hospital",
  });
});
