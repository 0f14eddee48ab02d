import { expect, onTestFinished, test, vi } from "vitest";
import type { Settings } from "../stand-in";
import { eventually, webhookSecret } from "../tests/support/bench";
import { startReceiver } from "../tests/support/receiver";
import { emptyWorld, type StoredEvent } from "../world";
import { startDeliveries } from "./deliveries";
import { makeDelivery } from "./delivery";

test("a webhook that comes due while the due ones are being collected is still sent", async () => {
  const receiver = await startReceiver(webhookSecret);
  const world = emptyWorld();
  const event = { id: "evt_tick", object: "event", type: "charge.refunded", data: { object: {} } };
  world.events[event.id] = event as unknown as StoredEvent;
  const now = Date.now();
  const delivery = { ...makeDelivery(event, "waiting"), nextAttemptAt: now };
  world.deliveries[delivery.id] = delivery;
  const settings = { webhookUrl: receiver.url, webhookSecrets: [webhookSecret] } as Settings;
  const deliveries = startDeliveries({ world, settings, retryBaseMs: 1, timeoutMs: 590_000 });
  // A timer may fire slightly early, and the clock may move between two reads.
  const clock = vi.spyOn(Date, "now").mockImplementationOnce(() => now - 1);
  onTestFinished(async () => {
    clock.mockRestore();
    await deliveries.stop();
    await receiver.close();
  });
  deliveries.sendDue();
  await eventually(() => expect(receiver.events).toHaveLength(1));
});
