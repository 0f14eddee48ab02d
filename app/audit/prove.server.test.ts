import { beforeEach, expect, test } from "vitest";
import { db, type Queries } from "~/platform/db/client.server";
import { transaction } from "~/platform/db/transaction.server";
import { withRequest } from "~/platform/log.server";
import { tamper } from "../../tests/support/database/tamper";
import { writeAudit } from "./audit.server";
import { linkEarlierEntries, linkPage } from "./link-earlier.server";
import { proveAudit } from "./prove.server";

const at = new Date("2026-11-30T12:00:00.123Z");
const record = (index: number) => ({
  ...{ actor: `member${index}@example.com`, action: "sale.revised", subject: `promotion:${index}`, at },
  ...{ before: { b: 1.5, a: null, text: "é\u2028" }, after: { z: [1, { y: 2, x: 1e21 }], "10": "ten", "9": true } },
});
const write = async (count: number) => {
  for (let index = 0; index < count; index++) await writeAudit(db(), record(index));
};
const entryAt = async (seq: number) => (await db().auditLink.findUniqueOrThrow({ where: { seq } })).entryId;

beforeEach(() =>
  tamper(async () => {
    await db().auditLink.deleteMany();
    await db().auditEntry.deleteMany();
    await db().auditHead.update({ where: { id: 1 }, data: { seq: 0, hash: "", waiting: 0 } });
  }),
);

test("SECURITY 32: each entry is linked to the one before it, and a noted head is found again", async () => {
  expect(await proveAudit()).toEqual({ checked: 0, erased: 0, head: "", waiting: 0 });
  await write(3);
  const { head, ...noted } = await proveAudit();
  expect([noted, head]).toEqual([{ checked: 3, erased: 0, waiting: 0 }, expect.stringMatching(/^[0-9a-f]{64}$/)]);
  await write(2);
  expect(await proveAudit(head)).toMatchObject({ checked: 5, foundAt: 3 });
  expect(await proveAudit("0".repeat(64))).not.toHaveProperty("foundAt");
});

test("SECURITY 32: several entries of one transaction are linked in order; a transaction that is rolled back leaves none", async () => {
  await transaction(async (tx) => {
    await writeAudit(tx, record(1));
    await writeAudit(tx, record(2));
  });
  await expect(
    transaction(async (tx) => {
      await writeAudit(tx, record(3));
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  await transaction(async (tx) => {
    await writeAudit(tx, record(4));
    return { ok: false };
  });
  await write(1);
  const proof = await proveAudit();
  expect(proof).toMatchObject({ checked: 3 });
  expect(proof.broken).toBeUndefined();
  const links = await db().auditLink.findMany({ orderBy: { seq: "asc" }, include: { entry: true } });
  expect(links.map(({ seq, entry }) => [seq, entry.subject])).toEqual([
    [1, "promotion:1"],
    [2, "promotion:2"],
    [3, "promotion:0"],
  ]);
});

const swap = async (column: "seq" | "entryId") => {
  const [second, third] = await db().auditLink.findMany({ where: { seq: { in: [2, 3] } }, orderBy: { seq: "asc" } });
  if (!second || !third) throw new Error("no entries");
  await db().auditLink.deleteMany({ where: { seq: { in: [2, 3] } } });
  const swapped = [
    { ...second, [column]: third[column] },
    { ...third, [column]: second[column] },
  ];
  await db().auditLink.createMany({ data: swapped });
};

const changes: { story: string; change: (tx: Queries) => Promise<unknown>; seq: number; what: RegExp }[] = [
  ...(["actor", "action", "subject", "network", "device", "requestId"] as const).map((column) => ({
    story: `another ${column}`,
    change: async (tx: Queries) =>
      tx.auditEntry.update({ where: { id: await entryAt(2) }, data: { [column]: "forged" } }),
    seq: 2,
    what: /changed/,
  })),
  {
    story: "another time",
    change: async (tx) => tx.auditEntry.update({ where: { id: await entryAt(2) }, data: { at: new Date(0) } }),
    ...{ seq: 2, what: /changed/ },
  },
  {
    story: "another value after",
    change: async (tx) => tx.auditEntry.update({ where: { id: await entryAt(2) }, data: { after: { price: 1 } } }),
    ...{ seq: 2, what: /What changed was changed/ },
  },
  {
    story: "a part blanked without an erasure",
    change: async (tx) =>
      tx.auditEntry.update({ where: { id: await entryAt(2) }, data: { actor: "erased", actorSalt: null } }),
    ...{ seq: 2, what: /no later entry erased it/ },
  },
  {
    story: "a removed entry with its link",
    change: async (tx) => {
      const id = await entryAt(2);
      await tx.auditLink.delete({ where: { seq: 2 } });
      await tx.auditEntry.delete({ where: { id } });
    },
    ...{ seq: 2, what: /removed from the chain/ },
  },
  {
    story: "a removed entry without its link",
    change: async (tx) => tx.auditEntry.delete({ where: { id: await entryAt(2) } }),
    ...{ seq: 2, what: /removed/ },
  },
  {
    story: "the last entry removed",
    change: async (tx) => tx.auditLink.delete({ where: { seq: 4 } }),
    ...{ seq: 4, what: /end of the chain were removed/ },
  },
  {
    story: "an entry inserted without a link",
    change: (tx) => tx.auditEntry.create({ data: record(9) }),
    ...{ seq: 5, what: /outside of the chain/ },
  },
  {
    story: "an entry inserted with a link at the end",
    change: async (tx) => {
      const entry = await tx.auditEntry.create({ data: record(9) });
      const last = await tx.auditLink.findUniqueOrThrow({ where: { seq: 4 } });
      await tx.auditLink.create({ data: { ...last, seq: 5, entryId: entry.id } });
    },
    ...{ seq: 5, what: /changed or moved/ },
  },
  { story: "two entries in another order", change: () => swap("seq"), seq: 2, what: /changed or moved/ },
  { story: "two links of each other’s entry", change: () => swap("entryId"), seq: 2, what: /changed or moved/ },
];

test.each(changes)("SECURITY 32: the proof finds $story", async ({ change, seq, what }) => {
  await withRequest({ requestId: "r", clientAddress: "203.0.113.9", userAgent: "curl/8" }, () => write(4));
  expect((await proveAudit()).broken).toBeUndefined();
  await tamper(() => change(db()));
  expect((await proveAudit()).broken).toMatchObject({ seq, what: expect.stringMatching(what) });
});

test("SECURITY 32: entries from before the chain are linked in order, after an interruption too, and new ones after them", async () => {
  await write(5);
  await tamper(async () => {
    await db().auditLink.deleteMany();
    await db().auditHead.update({ where: { id: 1 }, data: { seq: 0, hash: "", waiting: 5 } });
  });
  expect(await linkPage(2)).toBe(true);
  await writeAudit(db(), { ...record(5), at: new Date(0) });
  expect(await proveAudit()).toMatchObject({ checked: 2, waiting: 4 });
  await Promise.all([linkEarlierEntries(), linkEarlierEntries()]);
  const proof = await proveAudit();
  expect(proof).toMatchObject({ checked: 6, waiting: 0 });
  expect(proof.broken).toBeUndefined();
  await write(1);
  expect(await proveAudit()).toMatchObject({ checked: 7 });
});
