import { newId } from "../ids";
import type { Delivery, World } from "../world";

export function makeDelivery(event: { id: string; type: string }, state: Delivery["state"]): Delivery {
  return { id: newId("delivery"), event: event.id, type: event.type, state, attempts: [], nextAttemptAt: 0 };
}

/** At startup, everything held or waiting for its next attempt is due: a restart begins well-behaved. */
export function releaseAll(world: World): void {
  for (const delivery of Object.values(world.deliveries)) {
    const isUndone = delivery.state === "waiting" || delivery.state === "held";
    if (isUndone) world.deliveries[delivery.id] = { ...delivery, state: "waiting", nextAttemptAt: 0 };
  }
}
