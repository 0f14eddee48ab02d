import type { Settings } from "../stand-in";
import type { Attempt, Delivery, World } from "../world";
import { mostAttempts, retryDelayMs } from "./back-off";
import { makeDelivery } from "./delivery";
import { sendEvent, wasReceived } from "./send";

type Needs = {
  world: World;
  settings: Settings;
  retryBaseMs: number;
  timeoutMs: number;
};

export type Deliveries = {
  /** Sends every delivery that is due, without waiting, and sets the timer for the next. */
  sendDue(): void;
  /** Sends held deliveries in the requested order, each after the response to the one before. */
  flush(order: "oldest-first" | "newest-first"): Promise<Delivery[]>;
  /** Sends an event again, this many times in parallel, regardless of earlier attempts. */
  redeliver(eventId: string, times: number): Promise<Delivery[]>;
  stop(): Promise<void>;
};

const mostInFlight = 16;

export function startDeliveries({ world, settings, retryBaseMs, timeoutMs }: Needs): Deliveries {
  const inFlight = new Map<string, Promise<void>>();
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;

  function sendDue() {
    clearTimeout(timer);
    if (stopping.signal.aborted || !settings.webhookUrl) return;
    const waiting = Object.values(world.deliveries).filter(({ id, state }) => state === "waiting" && !inFlight.has(id));
    // One instant for both: a delivery not yet due in the first check must not be past in the second.
    const now = Date.now();
    const due = waiting.filter(({ nextAttemptAt }) => nextAttemptAt <= now);
    for (const delivery of due.slice(0, mostInFlight - inFlight.size)) start(delivery);
    const later = waiting.map(({ nextAttemptAt }) => nextAttemptAt).filter((at) => at > now);
    if (later.length > 0) timer = setTimeout(sendDue, later.reduce((a, b) => Math.min(a, b)) - now);
  }

  function start(delivery: Delivery) {
    const sending = send(delivery).finally(() => {
      inFlight.delete(delivery.id);
      sendDue();
    });
    inFlight.set(delivery.id, sending);
  }

  async function send(delivery: Delivery) {
    const event = world.events[delivery.event];
    const url = settings.webhookUrl;
    if (!event || !url) return;
    const attempt = await sendEvent({
      event,
      url,
      secrets: settings.webhookSecrets,
      timeoutMs,
      signal: stopping.signal,
    });
    // Cut off by our own shutdown: treated as not tried, so it is sent again after the restart.
    if (stopping.signal.aborted && attempt.status === null) return;
    record(delivery, attempt);
  }

  // Not worth a separate write: it goes to disk with the next change, or at shutdown. After a crash, the last events
  // are sent again, which a shop must expect from Stripe too.
  function record(delivery: Delivery, attempt: Attempt) {
    const attempts = [...delivery.attempts, attempt];
    const received = wasReceived(attempt);
    const event = world.events[delivery.event];
    if (event && received) world.events[event.id] = { ...event, pending_webhooks: 0 };
    const state = received ? "delivered" : attempts.length >= mostAttempts ? "given-up" : "waiting";
    const nextAttemptAt = Date.now() + retryDelayMs(attempts.length, retryBaseMs);
    world.deliveries[delivery.id] = { ...delivery, attempts, state, nextAttemptAt };
  }

  async function flush(order: "oldest-first" | "newest-first") {
    const held = Object.values(world.deliveries).filter(({ state }) => state === "held");
    if (order === "newest-first") held.reverse();
    for (const delivery of held) await send(delivery);
    return held.flatMap(({ id }) => world.deliveries[id] ?? []);
  }

  async function redeliver(eventId: string, times: number) {
    const event = world.events[eventId];
    if (!event) return [];
    const again = Array.from({ length: times }, () => makeDelivery(event, "waiting"));
    await Promise.all(again.map(send));
    return again.flatMap(({ id }) => world.deliveries[id] ?? []);
  }

  async function stop() {
    clearTimeout(timer);
    stopping.abort();
    await Promise.all(inFlight.values());
  }

  return { sendDue, flush, redeliver, stop };
}
