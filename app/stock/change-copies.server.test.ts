import { expect, test } from "vitest";
import { CourseFormatId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { changeCopies } from "./change-copies.server";

const courseFormatId = "iv-therapeutics.book_by_mail";
const actor = "ines@example.com";

async function shelve(capacity: number, taken: number) {
  await db().stock.update({ where: { id: courseFormatId }, data: { capacity, taken } });
}
const stock = () => db().stock.findUniqueOrThrow({ where: { id: courseFormatId } });

test("received copies are added, with their reason in the audit", async () => {
  await shelve(10, 4);
  expect(
    await changeCopies({
      courseFormatId: CourseFormatId.parse(courseFormatId),
      change: 25,
      reason: "Second printing",
      actor,
    }),
  ).toEqual({
    ok: true,
    value: 31,
  });
  expect(await stock()).toMatchObject({ capacity: 35, taken: 4 });
  const [entry] = await db().auditEntry.findMany({ where: { subject: `book:${courseFormatId}` } });
  expect(entry).toMatchObject({
    actor,
    action: "copies.received",
    before: { copiesLeft: 6 },
    after: { copiesLeft: 31, reason: "Second printing" },
  });
});

test("copies that belong to orders can't be removed, and a refusal leaves no trace", async () => {
  await shelve(10, 4);
  const entries = await db().auditEntry.count();
  expect(
    await changeCopies({
      courseFormatId: CourseFormatId.parse(courseFormatId),
      change: -7,
      reason: "Water damage",
      actor,
    }),
  ).toEqual({
    ok: false,
    problem: { left: 6 },
  });
  expect(await stock()).toMatchObject({ capacity: 10, taken: 4 });
  expect(await db().auditEntry.count()).toBe(entries);
  expect(
    await changeCopies({
      courseFormatId: CourseFormatId.parse(courseFormatId),
      change: -6,
      reason: "Water damage",
      actor,
    }),
  ).toEqual({
    ok: true,
    value: 0,
  });
});

test("people who each count a box at the same time are all right", async () => {
  await shelve(0, 0);
  await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      changeCopies({ courseFormatId: CourseFormatId.parse(courseFormatId), change: n + 1, reason: `Box ${n}`, actor }),
    ),
  );
  expect(await stock()).toMatchObject({ capacity: 36, taken: 0 });
});

test("a format that isn't mailed has no copies", async () => {
  await expect(
    changeCopies({ courseFormatId: CourseFormatId.parse("iv-therapeutics.ebook"), change: 1, reason: "None", actor }),
  ).rejects.toMatchObject({ status: 404 });
});
