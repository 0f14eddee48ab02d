import { redirect } from "@remix-run/node";
import { href } from "~/addresses/href";
import { mailedNameOf } from "~/addresses/mailed";
import { writeAudit } from "~/audit/audit.server";
import { auditRefusal } from "~/audit/refusal.server";
import { customerKeyOf } from "~/core/email";
import type { CustomerKey } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import { now } from "~/platform/clock.server";
import type { Queries } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { transaction } from "~/platform/db/transaction.server";
import { safePath } from "~/platform/http/safe-path";
import { createNetworkLimit } from "~/platform/limits/rate-limit.server";
import { createSlowdown } from "~/platform/limits/slowdown.server";
import { queueMail } from "~/platform/outbox.server";
import { closeCustomerSession, currentCustomer, openCustomerSession } from "./customer-session.server";
import { knownDevice, rememberDevice } from "./known-device.server";
import { mailPace } from "./mail-pace";
import { redeemSignInLink } from "./sign-in-link.server";

type Wait = { kind: "wait"; seconds: number };

// SECURITY 6.3.1: many networks can't fill one mailbox, and one can't fill many.
const mailsPerNetwork = createNetworkLimit("sign-in-links", 20, 60 * 60);
/** To a mailbox, or to it as asked by one device that signed in to its account before. */
const mails = createSlowdown("sign-in-links", mailPace);
const attemptsPerNetwork = createNetworkLimit("sign-in-link-attempts", 30, 15 * 60);

type LinkRequest = { email: string; to: string; clientAddress: string };

/** Queues a sign-in link for the address. SECURITY 6.3.8: one row is written for known and unknown addresses alike, so
 *  answer and timing are the same. The first sign-in creates the account. */
export async function requestSignInLink(
  request: Request,
  { email, to, clientAddress }: LinkRequest,
): Promise<Result<undefined, Wait>> {
  const customerKey = customerKeyOf(email);
  // SECURITY 51: those who flood the mailbox can't keep a device from its link that signed in before.
  const device = await knownDevice(request, deviceAccount(customerKey));
  const seconds = (device ? 0 : await mailsPerNetwork.use(clientAddress)) || (await mails.use(device ?? customerKey));
  if (seconds > 0) return tooManyAttempts(seconds);
  await transaction(async (tx) => {
    const at = await databaseNow(tx);
    await queueMail(tx, { kind: "sign-in", payload: { email, to: safePath(to, href("account")) }, at });
  });
  return ok(undefined);
}

/** What a device is remembered for. */
function deviceAccount(customerKey: CustomerKey): string {
  return `customer ${customerKey}`;
}

/** Signs in with a new session (SECURITY 7.2.4); the value is the cookie headers. Unknown, used, and expired links are
 *  one problem, which is audited. */
export async function signInByLink(
  request: Request,
  { secret, clientAddress }: { secret: string; clientAddress: string },
): Promise<Result<string[], { kind: "over" } | Wait>> {
  const seconds = await attemptsPerNetwork.use(clientAddress);
  if (seconds > 0) return tooManyAttempts(seconds);
  const entered = await transaction(async (tx) => {
    const email = await redeemSignInLink(tx, secret, await databaseNow(tx));
    return email === undefined ? undefined : enter(tx, request, email);
  });
  if (entered) {
    await attemptsPerNetwork.giveBack(clientAddress);
    return ok([entered.session, await rememberDevice(request, deviceAccount(entered.customerKey))]);
  }
  await auditRefusal({ action: "customer.sign-in-refused", subject: "customer:unknown" });
  return failed({ kind: "over" });
}

type Entered = { session: string; customerKey: CustomerKey };

async function enter(tx: Queries, request: Request, email: string): Promise<Entered> {
  const at = now();
  const customerKey = customerKeyOf(email);
  const customer = await tx.customer.upsert({
    where: { customerKey },
    create: { customerKey, email, createdAt: at },
    update: { customerKey },
  });
  await closeCustomerSession(tx, request);
  await writeAudit(tx, { actor: email, action: "customer.signed-in", subject: `customer:${customer.id}`, at });
  return { session: await openCustomerSession(tx, customer.id, at), customerKey };
}

async function tooManyAttempts(seconds: number) {
  await auditRefusal({ action: "customer.too-many-attempts", subject: "customer:unknown" });
  return failed({ kind: "wait" as const, seconds });
}

/** Ends this session, or with `everywhere` all of the customer's; harmless if no one is signed in. */
export async function signOutCustomer(request: Request, { everywhere }: { everywhere: boolean }): Promise<Response> {
  const customer = await currentCustomer(request);
  const header = await transaction(async (tx) => {
    if (customer && everywhere) await tx.customerSession.deleteMany({ where: { customerId: customer.customerId } });
    const removal = await closeCustomerSession(tx, request);
    if (customer)
      await writeAudit(tx, {
        actor: customer.email,
        action: everywhere ? "customer.signed-out-everywhere" : "customer.signed-out",
        subject: `customer:${customer.customerId}`,
        at: now(),
      });
    return removal;
  });
  return redirect(href("accountSignIn", { done: "signed-out" }), { status: 303, headers: { "Set-Cookie": header } });
}

/** Where a sign-in leads: back to the page that required it, never outside this shop. Nor to a mailed link, because the path is
 *  stored with the sign-in letter (SECURITY 47). */
export function afterCustomerSignIn(request: Request): string {
  const path = safePath(new URL(request.url).searchParams.get("to"), href("account"));
  return mailedNameOf(new URL(path, request.url).pathname) ? href("account") : path;
}
