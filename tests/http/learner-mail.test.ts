import { afterAll, beforeAll, expect, test } from "vitest";
import { answerField } from "~/learning/post-test/answers";
import { reminderId } from "~/mail/reminders/schedule";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { queueMail } from "~/platform/outbox.server";
import { buy, right } from "../support/orders/bought-course";
import { learningLink } from "../support/orders/links";
import { type RunningShop, startShop } from "../support/shop/running-shop";
import { until } from "../support/until";
import { visitor } from "../support/visitor";

let shop: RunningShop;
beforeAll(async () => {
  // No background jobs: anything sent is sent by the request.
  shop = await startShop({
    databaseUrl: process.env.DATABASE_URL ?? "",
    mail: process.env.MAIL ?? "",
    sweepSeconds: 0,
  });
});
afterAll(() => shop.close());

test("a learner who passes gets the letter with the certificate right away", async () => {
  const { first, orderId } = await buy([{ quantity: 1 }], { name: "Ada Lim", email: "ada@example.com" });
  const { id: test } = await db().postTest.findFirstOrThrow({
    where: { course: { enrollments: { some: { id: first } } } },
  });
  const answers = Object.fromEntries(right.map((choice, question) => [answerField(question), String(choice)]));
  const pages = await learningLink(first);
  const answer = await visitor(shop.url).post(pages.test(), { attempt: "1", test, ...answers });
  expect(answer.headers.get("Location")).toBe(pages.attempt(1));
  const letter = await until(async () => {
    const row = await db().outboxMessage.findFirstOrThrow({ where: { orderId, kind: "test-passed" } });
    expect(row.sentAt).not.toBeNull();
    return row;
  });
  expect(letter.recipient).toBe("ada@example.com");
});

test("a reminder is declined by a button, not by opening the link, and only with the link", async () => {
  const { first } = await buy([{ quantity: 1 }]);
  const id = reminderId(first, 30);
  const at = await databaseNow(db());
  await queueMail(db(), { id, kind: "approval-ending", payload: { enrollmentId: first }, at });
  const unsent = () => db().outboxMessage.count({ where: { id, sentAt: null } });
  const learner = visitor(shop.url);
  const path = (await learningLink(first)).reminders();
  expect((await learner.post(path.replace(/\/[\w.-]+\/reminders$/, "/wrong/reminders"), {})).status).toBe(404);
  expect(await (await learner.get(path)).text()).toContain("Stop reminders");
  expect(await unsent()).toBe(1);
  const done = await learner.post(path, {});
  expect(done.status).toBe(303);
  expect(await (await learner.get(done.headers.get("Location") ?? "")).text()).toContain(
    "We won’t send any more reminders",
  );
  expect(await unsent()).toBe(0);
});
