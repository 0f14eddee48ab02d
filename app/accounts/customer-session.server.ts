import { redirect } from "@remix-run/node";
import { href } from "~/addresses/href";
import type { CustomerId, CustomerKey } from "~/core/ids";
import { now } from "~/platform/clock.server";
import { db, type Queries } from "~/platform/db/client.server";
import { shopCookie } from "~/platform/http/cookies.server";
import { hashOf, newSecret } from "~/platform/secrets.server";
import { customerLimits, isSessionOpen, shouldRecordUse } from "./sessions";
import { warnUnrecorded } from "./sessions.server";

/** `email` in its PRICING 7 form, for display; `customerKey` is for queries. */
export type CurrentCustomer = { customerId: CustomerId; email: string; customerKey: CustomerKey };

const { absoluteMilliseconds } = customerLimits;
const cookie = () => shopCookie("customer", absoluteMilliseconds / 1000);

/** SECURITY 7.2.3: the visitor gets 128 random bits, the table their hash. Returns the cookie header. */
export async function openCustomerSession(tx: Queries, customerId: CustomerId, at: Date): Promise<string> {
  const secret = newSecret();
  await tx.customerSession.create({ data: { id: hashOf(secret), customerId, createdAt: at, lastSeenAt: at } });
  return cookie().serialize(secret);
}

/** Ends the request's session, if any. Returns the header that clears the cookie. */
export async function closeCustomerSession(tx: Queries, request: Request): Promise<string> {
  const id = await sessionIdOf(request);
  if (id) await tx.customerSession.deleteMany({ where: { id } });
  return cookie().serialize("", { maxAge: 0 });
}

/** The signed-in customer; undefined if there is none, the cookie was tampered with, or the session has ended. */
export async function currentCustomer(request: Request): Promise<CurrentCustomer | undefined> {
  const id = await sessionIdOf(request);
  if (!id) return undefined;
  const session = await db().customerSession.findUnique({ where: { id }, include: { customer: true } });
  const at = now();
  if (!session || !isSessionOpen(session, customerLimits, at)) return undefined;
  // If another request just ended the session, there is no row left to update.
  if (shouldRecordUse(session, customerLimits, at))
    await db()
      .customerSession.updateMany({ where: { id }, data: { lastSeenAt: at } })
      .catch(warnUnrecorded);
  const { id: customerId, email, customerKey } = session.customer;
  return { customerId, email, customerKey };
}

/** Required first in every account loader and action. Throws a redirect to the sign-in page, which leads back here. */
export async function requireCustomer(request: Request): Promise<CurrentCustomer> {
  const customer = await currentCustomer(request);
  if (customer) return customer;
  const { pathname, search } = new URL(request.url);
  throw redirect(href("accountSignIn", { to: pathname + search }), 303);
}

async function sessionIdOf(request: Request): Promise<string | undefined> {
  const secret: unknown = await cookie().parse(request.headers.get("Cookie"));
  return typeof secret === "string" && secret ? hashOf(secret) : undefined;
}
