import { beforeAll, expect, test } from "vitest";
import { db } from "~/platform/db/client.server";
import { transaction } from "~/platform/db/transaction.server";
import { withRequest } from "~/platform/log.server";
import { tamper } from "../../tests/support/database/tamper";
import { writeAudit } from "./audit.server";
import { eraseFromAudit } from "./erase.server";
import { proveAudit } from "./prove.server";

const at = new Date();
/** SQLite's refusal has the words of another in Prisma. */
const refused = /append-only|Foreign key constraint violated/;
const erasing = { reason: "the person asked", actor: "ines@example.com", subject: "customer:1", at };
const erase = (entryIds: string[], parts: ("actor" | "origin" | "change")[]) =>
  transaction((tx) => eraseFromAudit(tx, { ...erasing, entryIds, parts }));

async function written(actor: string): Promise<string> {
  const change = { before: { email: "ada@example.com" }, after: { email: "ada@example.org" } };
  await withRequest({ requestId: "r", clientAddress: "203.0.113.9", userAgent: "curl/8" }, () =>
    writeAudit(db(), { actor, action: "order.email-changed", subject: "order:1", ...change, at }),
  );
  return (await db().auditEntry.findFirstOrThrow({ where: { actor } })).id;
}
const read = (id: string) => db().auditEntry.findUniqueOrThrow({ where: { id } });

let staffs: string;
let adas: string;
beforeAll(async () => {
  staffs = await written("bo@example.com");
  adas = await written("ada@example.com");
});

test("SECURITY 33: a person’s data is erased part by part, an entry says so, and the chain stays whole", async () => {
  expect(await erase([staffs, "none"], ["change"])).toBe(1);
  expect(await erase([staffs], ["change"])).toBe(0);
  expect(await erase([staffs, adas], ["actor", "origin"])).toBe(2);
  expect(await read(adas)).toMatchObject({
    ...{ actor: "erased", network: null, device: null, actorSalt: null, originSalt: null },
    ...{ before: { email: "ada@example.com" }, action: "order.email-changed", subject: "order:1", at },
  });
  expect(await read(staffs)).toMatchObject({ actor: "erased", before: null, after: null, changeSalt: null });

  const erasures = await db().auditEntry.findMany({
    where: { action: "audit.erased" },
    include: { link: true },
    orderBy: { link: { seq: "asc" } },
  });
  expect(erasures).toMatchObject([
    { actor: "ines@example.com", subject: "customer:1", after: { reason: "the person asked", change: ["1"] } },
    { after: { actor: ["1-2"], origin: ["1-2"], change: ["1"] } },
  ]);
  const proof = await proveAudit();
  expect(proof).toMatchObject({ checked: 4, erased: 2 });
  expect(proof.broken).toBeUndefined();

  const [first] = erasures;
  expect(await erase([first?.id ?? ""], ["actor", "change"])).toBe(0);
});

test("SECURITY 33: two erasures of the same entry at once both count", async () => {
  const ids = await Promise.all(Array.from({ length: 5 }, (_, index) => written(`twice${index}@example.com`)));
  await Promise.all((["actor", "origin", "change"] as const).map((part) => erase(ids, [part])));
  expect((await proveAudit()).broken).toBeUndefined();
});

test.each([
  { story: "with values of one’s own", data: { actor: "somebody", actorSalt: null } },
  { story: "of only half a part", data: { before: { email: "forged" }, changeSalt: null } },
  { story: "of what an entry is about", data: { actor: "erased", actorSalt: null, subject: "order:2" } },
  { story: "without an entry that says so", data: { actor: "erased", actorSalt: null, erasedBy: null } },
  { story: "named by an entry of another kind", data: { actor: "erased", actorSalt: null }, by: "itself" },
])("SECURITY 33: the database refuses an erasure $story", async ({ data, by }) => {
  const id = await written(`${Math.random()}@example.com`);
  const { id: erasure } = await db().auditEntry.findFirstOrThrow({ where: { action: "audit.erased" } });
  const erasedBy = by === "itself" ? id : erasure;
  await expect(db().auditEntry.update({ where: { id }, data: { erasedBy, ...data } })).rejects.toThrow(refused);
});

test("SECURITY 33: the proof finds an erasure that no entry names, and one that was put back", async () => {
  const id = await written("kim@example.com");
  const { id: erasedBy } = await db().auditEntry.findFirstOrThrow({ where: { action: "audit.erased" } });
  await db().auditEntry.update({ where: { id }, data: { actor: "erased", actorSalt: null, erasedBy } });
  const { seq } = await db().auditLink.findUniqueOrThrow({ where: { entryId: id } });
  expect((await proveAudit()).broken).toMatchObject({ seq, what: expect.stringMatching(/no later entry erased it/) });

  await tamper(() => db().auditEntry.update({ where: { id: adas }, data: { actor: "ada@example.com" } }));
  expect((await proveAudit()).broken).toMatchObject({
    seq: 2,
    what: expect.stringMatching(/no later entry erased it/),
  });
});
