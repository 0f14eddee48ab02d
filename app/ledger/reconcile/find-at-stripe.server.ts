import { isUnknownToStripe } from "~/platform/stripe.server";
import type { Movement } from "../post/movement";
import { readMovement, readMovements } from "../post/read-movements.server";

/** Stripe's movements for these references on any day: a charge can move the balance days later. */
export async function findAtStripe(references: string[]): Promise<Movement[]> {
  const found: Movement[] = [];
  for (const reference of references) found.push(...(await find(reference.slice(reference.indexOf(":") + 1))));
  return found;
}

/** A reference ends with the id of a balance transaction or of its source. */
async function find(id: string): Promise<Movement[]> {
  if (id.startsWith("txn_")) {
    const movement = await readMovement(id);
    return movement ? [movement] : [];
  }
  try {
    return await readMovements({ source: id });
  } catch (error) {
    if (!isUnknownToStripe(error)) throw error;
    return [];
  }
}
