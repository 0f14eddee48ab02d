import type { World } from "../world";
import { invalidRequest, ok, type Problem, type Result, refuse } from "./problem";

type Fields = Record<string, unknown>;

/**
 * Puts whole objects where ids stand (https://docs.stripe.com/api/expanding_objects): `payment_intent`,
 * `payment_intent.latest_charge`, on a list `data.payment_intent`. Answers with a copy; the world keeps its ids.
 * Refuses a path that names nothing expandable.
 */
export function expandPaths<T extends object>(world: World, object: T, paths: string[]): Result<T> {
  const copy = structuredClone(object);
  for (const path of paths) {
    const problem = expandAt(world, copy, path.split("."), path);
    if (problem) return refuse(problem);
  }
  return ok(copy);
}

function expandAt(world: World, holder: unknown, [head = "", ...rest]: string[], path: string): Problem | undefined {
  if (Array.isArray(holder)) {
    return holder.map((each) => expandAt(world, each, [head, ...rest], path)).find((problem) => problem !== undefined);
  }
  const fields = holder as Fields;
  if (fields.object === "list" && head !== "data") return cannot(path, ` You may want to try expanding 'data.${path}' instead.`);
  const found = find(world, fields, head);
  if (found === undefined) return cannot(path);
  // Null is an expandable field that is empty, such as the PaymentIntent of a session that nobody has tried to pay.
  if (found === null) return undefined;
  if (found !== fields[head]) fields[head] = structuredClone(found);
  else if (rest.length === 0) return cannot(path);
  return rest.length > 0 ? expandAt(world, fields[head], rest, path) : undefined;
}

/** The object that a field stands for; the field itself if it holds one already; undefined if neither. */
function find(world: World, fields: Fields, name: string): object | null | undefined {
  const value = fields[name];
  if (value === undefined) return includedList(world, fields, name);
  if (value === null) return null;
  return typeof value === "string" ? findObject(world, value) : (value as object);
}

function findObject(world: World, id: string): object | undefined {
  const collections = [world.paymentIntents, world.charges, world.products, world.shippingRates, world.sessions];
  return collections.map((collection) => collection[id]).find((object) => object !== undefined);
}

/** Lists that Stripe leaves out unless asked for; like Stripe, only their first ten. */
function includedList(world: World, fields: Fields, name: string): object | undefined {
  const id = String(fields.id);
  if (fields.object === "checkout.session" && name === "line_items") {
    return firstTen(world.lineItems[id] ?? [], `/v1/checkout/sessions/${id}/line_items`);
  }
  if (fields.object === "charge" && name === "refunds") {
    const refunds = Object.values(world.refunds).filter((refund) => refund.charge === id);
    return firstTen(refunds.reverse(), `/v1/charges/${id}/refunds`);
  }
  return undefined;
}

function firstTen(all: object[], url: string) {
  return { object: "list", data: all.slice(0, 10), has_more: all.length > 10, url };
}

function cannot(path: string, hint = ""): Problem {
  return invalidRequest(`This property cannot be expanded (${path}).${hint}`, { param: "expand" });
}
