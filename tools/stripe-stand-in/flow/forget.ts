import type { World } from "../world";

const day = 24 * 60 * 60;
const keptDeliveries = 1000;

/** Drops what Stripe drops: responses to keys after 24 hours, events after 30 days. `now` in seconds. */
export function forgetOld(world: World, now: number): void {
  dropWhere(world.rememberedAnswers, (answer) => answer.at <= now - day);
  dropWhere(world.events, (event) => event.created <= now - 30 * day);
  dropWhere(world.deliveries, (delivery) => world.events[delivery.event] === undefined);
  const over = Object.values(world.deliveries).filter(isOver);
  for (const delivery of over.slice(0, Math.max(0, over.length - keptDeliveries))) delete world.deliveries[delivery.id];
}

const isOver = (delivery: { state: string }) => delivery.state !== "waiting" && delivery.state !== "held";

function dropWhere<T>(items: Record<string, T>, isOld: (item: T) => boolean): void {
  for (const [id, item] of Object.entries(items)) if (isOld(item)) delete items[id];
}
