import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { startStandIn } from "../start";
import { eventually, order, stripeAt, webhookSecret } from "./support/bench";
import { startReceiver } from "./support/receiver";

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "stand-in-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

function control(url: string, path: string, body: object) {
  const headers = { "content-type": "application/json" };
  return fetch(`${url}/_control/${path}`, { method: "POST", headers, body: JSON.stringify(body) });
}

test("a restart keeps sessions, payments, keys, and the clock, and open pages move to the new port", async () => {
  const dataFolder = await newFolder();
  const before = await startStandIn({ dataFolder });
  const first = stripeAt(before.port).checkout.sessions;
  const paid = await first.create(order());
  const open = await first.create(order(), { idempotencyKey: "open" });
  await control(before.url, `sessions/${paid.id}/pay`, { outcome: "paid" });
  await before.close();
  expect(await readdir(dataFolder)).toEqual(["stripe-stand-in.json"]);

  const after = await startStandIn({ dataFolder });
  onTestFinished(() => after.close());
  const second = stripeAt(after.port).checkout.sessions;
  expect(await second.retrieve(paid.id)).toMatchObject({ status: "complete", payment_status: "paid" });
  expect((await second.create(order(), { idempotencyKey: "open" })).id).toBe(open.id);
  expect((await second.retrieve(open.id)).url).toBe(`${after.url}/pay/${open.id}`);
  expect((await fetch(`${after.url}/pay/${open.id}`)).status).toBe(200);
});

test("every response is already on disk, even without a clean shutdown", async () => {
  const dataFolder = await newFolder();
  const killed = await startStandIn({ dataFolder });
  onTestFinished(() => killed.close());
  const created = await Promise.all(
    Array.from({ length: 20 }, () => stripeAt(killed.port).checkout.sessions.create(order())),
  );
  const other = await startStandIn({ dataFolder });
  onTestFinished(() => other.close());
  const found = await stripeAt(other.port).checkout.sessions.list({ limit: 100 });
  expect(new Set(found.data.map(({ id }) => id))).toEqual(new Set(created.map(({ id }) => id)));
});

test("a webhook that wasn't received and one that was held are sent after a restart", async () => {
  const receiver = await startReceiver(webhookSecret);
  onTestFinished(() => receiver.close());
  const options = {
    dataFolder: await newFolder(),
    webhookUrl: receiver.url,
    webhookSecret,
    retryBaseMs: 60_000,
  };
  receiver.answers.push(503);
  const before = await startStandIn(options);
  const first = await stripeAt(before.port).checkout.sessions.create(order());
  await control(before.url, `sessions/${first.id}/pay`, { outcome: "paid" });
  await eventually(() => expect(receiver.events).toHaveLength(1));
  await control(before.url, "webhooks", { mode: "hold" });
  const second = await stripeAt(before.port).checkout.sessions.create(order());
  await control(before.url, `sessions/${second.id}/pay`, { outcome: "paid" });
  await before.close();

  const after = await startStandIn(options);
  onTestFinished(() => after.close());
  await eventually(() => expect(receiver.events).toHaveLength(3));
  const ids = receiver.events.slice(1).map((event) => (event.data.object as { id: string }).id);
  expect(new Set(ids)).toEqual(new Set([first.id, second.id]));
});

test("a session that ended while the stand-in was down expires at startup", async () => {
  const dataFolder = await newFolder();
  const before = await startStandIn({ dataFolder });
  const { id } = await stripeAt(before.port).checkout.sessions.create(order());
  await before.close();
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 25 * 60 * 60 * 1000 });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const after = await startStandIn({ dataFolder });
  onTestFinished(() => after.close());
  await eventually(async () => {
    expect((await stripeAt(after.port).checkout.sessions.retrieve(id)).status).toBe("expired");
  });
});

test("a file that isn't the stand-in's prevents the start and stays unchanged", async () => {
  const dataFolder = await newFolder();
  await writeFile(join(dataFolder, "stripe-stand-in.json"), "{ half");
  await expect(startStandIn({ dataFolder })).rejects.toThrow("is not a data file of this stand-in");
});
