import type { World } from "../world";
import { invalidRequest, type Problem } from "./problem";

/** A field on a path: `whole` ones may end it (an id, or a list omitted by default); the others are only passed through. */
type Step = { to: Kind; whole: boolean };
const whole = (to: Kind): Step => ({ to, whole: true });
const through = (to: Kind): Step => ({ to, whole: false });

const graph = {
  session: {
    customer: whole("leaf"),
    payment_intent: whole("intent"),
    line_items: whole("lines"),
    shipping_cost: through("shippingCost"),
  },
  sessions: { data: through("session") },
  shippingCost: { shipping_rate: whole("leaf") },
  lines: { data: through("line") },
  line: { price: through("price") },
  price: { product: whole("leaf") },
  intent: { customer: whole("leaf"), latest_charge: whole("charge") },
  charge: {
    balance_transaction: whole("transaction"),
    customer: whole("leaf"),
    payment_intent: whole("intent"),
    refunds: whole("refunds"),
  },
  charges: { data: through("charge") },
  refund: {
    balance_transaction: whole("transaction"),
    charge: whole("charge"),
    failure_balance_transaction: whole("transaction"),
    payment_intent: whole("intent"),
  },
  dispute: { charge: whole("charge"), payment_intent: whole("intent") },
  disputes: { data: through("dispute") },
  transaction: { source: whole("leaf") },
  transactions: { data: through("transaction") },
  payout: { balance_transaction: whole("transaction") },
  payouts: { data: through("payout") },
  refunds: { data: through("refund") },
  calculation: { line_items: whole("leaf") },
  leaf: {},
} satisfies Record<string, Record<string, Step>>;

/** What can be expanded in an endpoint's response; `leaf` has nothing to expand. */
export type Kind =
  | ("session" | "sessions" | "shippingCost" | "lines" | "line" | "price" | "calculation")
  | ("intent" | "charge" | "charges" | "refund" | "refunds" | "dispute" | "disputes")
  | ("transaction" | "transactions" | "payout" | "payouts" | "leaf");

const stepOf = (kind: Kind, field: string): Step | undefined => (graph[kind] as Record<string, Step>)[field];

/** Refuses a path that can't be expanded, before any work is done, in Stripe's words. */
export function checkExpand(kind: Kind, paths: string[]): Problem | undefined {
  const path = paths.find((each) => !isExpandable(kind, each.split(".")));
  if (path === undefined) return undefined;
  const hint = isExpandable(kind, ["data", ...path.split(".")])
    ? ` You may want to try expanding 'data.${path}' instead.`
    : "";
  return invalidRequest(`This property cannot be expanded (${path}).${hint}`, { param: "expand" });
}

function isExpandable(kind: Kind, [field = "", ...rest]: string[]): boolean {
  const step = stepOf(kind, field);
  if (!step) return false;
  return rest.length === 0 ? step.whole : isExpandable(step.to, rest);
}

/**
 * Replaces ids with whole objects (https://docs.stripe.com/api/expanding_objects). The paths have been checked.
 * Returns a copy: the world keeps its ids.
 */
export function expandPaths<T extends object>(world: World, object: T, paths: string[]): T {
  const copy = structuredClone(object);
  for (const path of paths) expandAt(world, copy, path.split("."));
  return copy;
}

function expandAt(world: World, holder: unknown, [field = "", ...rest]: string[]): void {
  if (Array.isArray(holder)) {
    for (const each of holder) expandAt(world, each, [field, ...rest]);
    return;
  }
  const fields = holder as Record<string, unknown>;
  const value = fields[field] === undefined ? includedList(world, fields, field) : fields[field];
  // Expandable but empty, such as the PaymentIntent of a session that no one has tried to pay.
  if (value === null || value === undefined) return;
  fields[field] = typeof value === "string" ? structuredClone(findObject(world, value)) : value;
  if (rest.length > 0) expandAt(world, fields[field], rest);
}

function findObject(world: World, id: string): object {
  const kinds = [
    world.paymentIntents,
    world.charges,
    world.balanceTransactions,
    world.customers,
    world.refunds,
    world.disputes,
    world.payouts,
    world.products,
    world.shippingRates,
  ];
  const object = kinds.map((objects) => objects[id]).find(Boolean);
  if (!object) throw new Error(`The world refers to ${id}, which is not in it`);
  return object;
}

/** Lists that Stripe omits unless requested; like Stripe, only their first ten. Undefined for any other field. */
function includedList(world: World, { id, object }: Record<string, unknown>, field: string): object | undefined {
  if (object === "checkout.session" && field === "line_items") {
    return firstTen(world.lineItems[String(id)] ?? [], `/v1/checkout/sessions/${id}/line_items`);
  }
  if (object === "tax.calculation") {
    return firstTen(world.taxLines[String(id)] ?? [], `/v1/tax/calculations/${id}/line_items`);
  }
  if (object !== "charge") return undefined;
  const refunds = Object.values(world.refunds).filter((refund) => refund.charge === id);
  return firstTen(refunds.reverse(), `/v1/charges/${id}/refunds`);
}

function firstTen(all: object[], url: string) {
  return structuredClone({ object: "list", data: all.slice(0, 10), has_more: all.length > 10, url });
}
