import { newId } from "../ids";
import type { Delivery } from "../world";

export function makeDelivery(event: { id: string; type: string }, state: Delivery["state"]): Delivery {
  return { id: newId("delivery"), event: event.id, type: event.type, state, attempts: [], nextAttemptAt: 0 };
}
