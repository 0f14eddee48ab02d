import type { StandIn } from "../stand-in";

/** The stand-in's current settings, for someone wondering why it behaves as it does. Secrets are left out. */
export function describe({ world, clock, settings }: StandIn) {
  const deliveries = Object.values(world.deliveries);
  const count = (state: string) => deliveries.filter((delivery) => delivery.state === state).length;
  return {
    clock: { now: clock.now(), offsetSeconds: world.clockOffsetSeconds },
    webhooks: {
      mode: settings.webhookMode,
      url: settings.webhookUrl,
      waiting: count("waiting"),
      held: count("held"),
    },
    refunds: { pending: settings.refundPending },
    balance: { mode: settings.balanceMode },
    tax: { sessionSkewCents: settings.taxSkewCents },
    faults: settings.faults,
  };
}
