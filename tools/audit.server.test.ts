import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { writeAudit } from "~/audit/audit.server";
import { proveAudit } from "~/audit/prove.server";
import { db } from "~/platform/db/client.server";
import { tamper } from "../tests/support/database/tamper";
import { writeAtOnce } from "../tests/support/write-audit";

const start = (script: string, ...args: string[]) =>
  spawn(process.execPath, ["--import", "tsx", script, ...args], { env: process.env });

async function audit(...args: string[]) {
  const tool = start("tools/audit.ts", ...args);
  const [out, errors, [status]] = await Promise.all([text(tool.stdout), text(tool.stderr), once(tool, "close")]);
  return { status, out, errors };
}

test("SECURITY 32: twenty writers in two processes leave one chain without gaps", async () => {
  const before = (await proveAudit()).checked;
  const other = start("tests/support/write-audit.ts");
  const ended = once(other, "close");
  await once(other.stdout, "data");
  await writeAtOnce();
  expect(await ended).toEqual([0, null]);
  const proof = await proveAudit();
  expect(proof.broken).toBeUndefined();
  expect(proof.checked).toBe(before + 20 * 5 * 2);
  expect(await db().auditEntry.count()).toBe(proof.checked);
});

test("SECURITY 32: the command proves the chain, finds a noted head again, and ends with 1 if anything was changed", async () => {
  await writeAudit(db(), { actor: "ines@example.com", action: "book.counted", subject: "book:x", at: new Date() });
  const { checked, head } = await proveAudit();
  const right = await audit("--head", head);
  const entries = checked === 1 ? "1 entry" : `${checked} entries`;
  expect(right).toEqual({ status: 0, errors: "", out: `${entries} checked.\nHead: ${head}\nNothing was changed.\n` });

  const orderless = { kind: "adjustment" as const, at: new Date(), day: "2026-11-30" };
  const postings = { create: [{ position: 0, account: "bank", amountCents: 5 }] };
  await db().ledgerEntry.create({ data: { ...orderless, reference: "adjustment:1", postings } });
  await db().ledgerEntry.create({ data: { ...orderless, reference: "adjustment:2" } });
  await tamper(() => db().auditEntry.updateMany({ where: { subject: "book:x" }, data: { actor: "bo@example.com" } }));
  const wrong = await audit("--head", "0".repeat(64));
  expect(wrong).toMatchObject({ status: 1, errors: "" });
  expect(wrong.out).toMatch(new RegExp(`First broken entry: ${checked} \\(\\w+\\)\\. Who did it was changed\\.`));
  expect(wrong.out).toContain("The noted head is not in the chain");
  for (const reference of ["adjustment:1", "adjustment:2"])
    expect(wrong.out).toContain(`The ledger’s entry ${reference} does not balance.`);
});
