import type Stripe from "stripe";
import type { SessionParams } from "../api/params/session";
import { newId } from "../ids";
import { taxAddress } from "../objects/customer";
import { makeLine } from "../objects/line-item";
import { invalidRequest, missingObject, ok, type Problem, type Result, refuse } from "../objects/problem";
import { openSession } from "../objects/session";
import { makeShippingRate } from "../objects/shipping-rate";
import { taxPlace } from "../objects/tax";
import type { StandIn } from "../stand-in";
import type { IntentPlan } from "../world";
import { reprice } from "./reprice";

/** Opens a session with its lines, products, and shipping rates, with the first rate chosen. Only inside `change`. */
export function open(
  { world, clock, address, settings }: StandIn,
  params: SessionParams,
): Result<Stripe.Checkout.Session> {
  const customer = world.customers[params.customer ?? ""];
  const problem = checkCustomer(params, customer);
  if (problem) return refuse(problem);
  const id = newId("session");
  const created = clock.now();
  const lines = params.line_items.map((wanted) => makeLine(wanted, created));
  const rates = (params.shipping_options ?? []).map((option) => makeShippingRate(option.shipping_rate_data, created));
  for (const { product } of lines) world.products[product.id] = product;
  for (const rate of rates) world.shippingRates[rate.id] = rate;
  world.lineItems[id] = lines.map((line) => line.item);
  world.intentPlans[id] = planOf(params);
  if (settings.taxSkewCents !== 0) world.taxSkews[id] = settings.taxSkewCents;
  const session = openSession({
    id,
    url: payAddress(address, id),
    created,
    params,
    customer,
    currency: lines[0]?.item.currency ?? "usd",
    shippingOptions: rates.map((rate) => ({ shipping_rate: rate.id, shipping_amount: rate.fixed_amount?.amount ?? 0 })),
  });
  const priced = reprice(world, session, { rate: rates[0]?.id ?? null, address: null });
  world.sessions[id] = priced;
  return ok(priced);
}

function planOf({ payment_intent_data: data, customer_update: update }: SessionParams): IntentPlan {
  return {
    metadata: data?.metadata ?? {},
    description: data?.description ?? null,
    receiptEmail: data?.receipt_email ?? null,
    shipping: data?.shipping ?? null,
    customerUpdate: {
      address: update?.address === "auto",
      name: update?.name === "auto",
      shipping: update?.shipping === "auto",
    },
  };
}

/** Automatic tax for a known customer needs an address: the customer's own, or one that Checkout may save there. */
function checkCustomer(params: SessionParams, customer: Stripe.Customer | undefined): Problem | undefined {
  if (params.customer === undefined) return undefined;
  if (!customer) return { ...missingObject("customer", params.customer, "customer"), status: 400 };
  if (!params.automatic_tax?.enabled) return undefined;
  const { address, shipping } = params.customer_update ?? {};
  const collects = params.shipping_address_collection !== undefined;
  if (collects ? shipping === "auto" : address === "auto" || taxPlace(taxAddress(customer))) return undefined;
  const message =
    "Automatic tax calculation in Checkout requires a valid address on the Customer. Add a valid address to the Customer or set either `customer_update[address]` to 'auto' or `customer_update[shipping]` to 'auto' to save the address entered in Checkout to the Customer.";
  return invalidRequest(message, { code: "customer_tax_location_invalid" });
}

const payAddress = (address: string, sessionId: string) => `${address}/pay/${sessionId}`;

/** After a restart on another port, open sessions must lead to where the stand-in now listens. */
export function updateSessionAddresses({ world, address }: StandIn): void {
  for (const session of Object.values(world.sessions)) {
    if (session.status === "open") world.sessions[session.id] = { ...session, url: payAddress(address, session.id) };
  }
}
