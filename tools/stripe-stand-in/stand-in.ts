import type { Fault } from "./controls/faults";
import { startAlarm } from "./flow/alarm";
import { forgetOld } from "./flow/forget";
import type { PendingReason } from "./objects/refund";
import type { StandInOptions } from "./options";
import { type Deliveries, startDeliveries } from "./webhooks/deliveries";
import { releaseAll } from "./webhooks/delivery";
import type { World } from "./world";
import { openWorldFile } from "./world-file";

type WebhookMode = "deliver" | "delay" | "hold" | "drop" | "duplicate";

/** What the controls set. Not stored: a restart always begins well-behaved. */
export type Settings = {
  webhookUrl: string | null;
  webhookSecrets: string[];
  webhookMode: WebhookMode;
  /** Real milliseconds before the first attempt, in mode `delay`. */
  webhookDelayMs: number;
  /** Why refunds are pending from now on; null: they succeed immediately. */
  refundPending: PendingReason;
  /** `hold`: charges' balance transactions come late. */
  balanceMode: "post" | "hold";
  /** Cents by which tax is wrong in sessions opened from now on. */
  taxSkewCents: number;
  faults: Fault[];
};

/** The stand-in's own clock: the machine's, moved forward by as much as a test or demo requested. */
type Clock = {
  /** Whole seconds since 1970, Stripe's format for every time. */
  now(): number;
  milliseconds(): number;
};

/** Everything that the stand-in's operations may touch. */
export type StandIn = {
  /** "http://127.0.0.1:4242", known once it listens. */
  address: string;
  merchant: string;
  delayedPaymentMs: number;
  world: World;
  clock: Clock;
  settings: Settings;
  deliveries: Deliveries;
  /**
   * The only way to change the world: does the work synchronously, waits until it is on disk, and only then sends its
   * webhooks, so no one hears of anything that a crash could still undo. Rejects if writing fails. (The progress
   * of deliveries is the exception.)
   */
  change<T>(work: () => T): Promise<T>;
  close(): Promise<void>;
};

export async function openStandIn(options: StandInOptions): Promise<StandIn> {
  const { world, save } = await openWorldFile(options.dataFolder);
  const clock = startClock(() => world.clockOffsetSeconds);
  const settings: Settings = {
    webhookUrl: options.webhookUrl ?? null,
    webhookSecrets: options.webhookSecret?.split(",") ?? [],
    webhookMode: "deliver",
    webhookDelayMs: 0,
    refundPending: null,
    balanceMode: "post",
    taxSkewCents: 0,
    faults: [],
  };
  async function change<T>(work: () => T): Promise<T> {
    const result = work();
    await save();
    deliveries.sendDue();
    alarm.set();
    return result;
  }
  const { retryBaseMs = 1000, webhookTimeoutMs: timeoutMs = 10_000 } = options;
  const deliveries = startDeliveries({ world, settings, retryBaseMs, timeoutMs });
  const standIn: StandIn = {
    address: "",
    merchant: options.merchant ?? "Demo shop",
    delayedPaymentMs: options.delayedPaymentMs ?? 5000,
    world,
    clock,
    settings,
    deliveries,
    change,
    close: async () => {
      alarm.stop();
      await deliveries.stop();
      await save();
    },
  };
  const alarm = startAlarm(standIn);
  forgetOld(world, clock.now());
  releaseAll(world);
  return standIn;
}

/** Reads the offset afresh each time, because it lives in the world (and so survives a restart with the data). */
function startClock(offsetSeconds: () => number, realMilliseconds: () => number = Date.now): Clock {
  const milliseconds = () => realMilliseconds() + offsetSeconds() * 1000;
  return { milliseconds, now: () => Math.floor(milliseconds() / 1000) };
}
