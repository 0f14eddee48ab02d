import type { ActionFunctionArgs } from "@remix-run/node";
import { receiveWebhook } from "~/checkout/events/webhook.server";

export function loader(): never {
  throw new Response("Stripe posts its events here. There is nothing to see.\n", { status: 404 });
}

/** Reads the raw body: it is not parsed before its signature is checked. */
export async function action({ request }: ActionFunctionArgs) {
  return receiveWebhook(await request.text(), request.headers.get("Stripe-Signature"));
}
