import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { dayIn } from "~/core/dates";
import { cents } from "~/core/money";
import { paymentEntry } from "~/ledger/entries/entry";
import { postEntry } from "~/ledger/entries/post.server";
import { db } from "~/platform/db/client.server";
import { transaction } from "~/platform/db/transaction.server";
import { createSampleOrder } from "../tests/support/orders/sample-order";

const today = dayIn(new Date(), "America/Chicago");

async function ledger(...args: string[]) {
  const tool = spawn(process.execPath, ["--import", "tsx", "tools/ledger.ts", ...args], { env: process.env });
  const [out, errors, [status]] = await Promise.all([text(tool.stdout), text(tool.stderr), once(tool, "close")]);
  return { status, out, errors };
}

test("the command prints every day and exits with 1 while anything differs", async () => {
  const id = await createSampleOrder({ state: "paid", number: 1042 });
  const wrong = await ledger("--day", today);
  expect(wrong).toMatchObject({
    status: 1,
    out: expect.stringContaining("Order 1042: $105.45 came in, but no payment"),
  });

  const charge = { id: "ch_1", orderId: id, at: new Date() };
  await transaction((tx) =>
    postEntry(tx, paymentEntry(charge, { items: cents(9950), shipping: cents(595), tax: cents(0) })),
  );
  const right = await ledger("--from", today);
  expect(right).toMatchObject({ status: 0, errors: "" });
  const line = new RegExp(`${today} +105\\.45 +0\\.00 +0\\.00 +0\\.00 +0\\.00 +0\\.00 +105\\.45 +agree +not checked`);
  expect(right.out).toMatch(line);
  expect(right.out).toContain("Everything agrees.");

  const differences = [{ kind: "only-here", reference: "payment:ch_1", ledgerCents: 10545 }];
  await db().reconciliation.create({
    data: { day: today, checkedAt: new Date(), stripeCents: 0, ledgerCents: 10545, differences },
  });
  const unknown = await ledger();
  expect(unknown).toMatchObject({ status: 1, out: expect.stringContaining("Stripe doesn’t have it") });
});

test("an invalid day is refused with the usage", async () => {
  expect(await ledger("--day", "2026-02-30")).toMatchObject({ status: 2, errors: expect.stringContaining("Usage") });
});
