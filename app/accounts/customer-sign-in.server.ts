import { redirect } from "@remix-run/node";
import { href } from "~/addresses/href";
import { writeAudit } from "~/audit/audit.server";
import { customerKeyOf } from "~/core/email";
import { failed, ok, type Result } from "~/core/result";
import { safePath } from "~/core/safe-path";
import { now } from "~/platform/clock.server";
import { db, type Queries } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { transaction } from "~/platform/db/transaction.server";
import { createRateLimit } from "~/platform/http/rate-limit.server";
import { log } from "~/platform/log.server";
import { queueMail } from "~/platform/outbox.server";
import { closeCustomerSession, currentCustomer, openCustomerSession } from "./customer-session.server";
import { takeSignInLink } from "./sign-in-link.server";

type Wait = { kind: "wait"; seconds: number };

// SECURITY 6.3.1: nobody's mailbox is filled from many addresses, nor many mailboxes from one.
const mailsPerEmail = createRateLimit(5, 60 * 60);
const mailsPerAddress = createRateLimit(20, 60 * 60);
const triesPerAddress = createRateLimit(30, 15 * 60);
// A flood of guesses must not fill the audit: beyond this a visitor's refusals are only logged.
const audited = createRateLimit(30, 60 * 60);

type Wish = { email: string; to: string; clientAddress: string };

/** Has a link mailed to the address. SECURITY 6.3.8: one row is written whatever is known of the address, so answer and time
 *  are the same for everybody; who has no account gets one with the first sign-in. */
export async function askForSignInLink({ email, to, clientAddress }: Wish): Promise<Result<undefined, Wait>> {
  const seconds = (await mailsPerAddress.use(clientAddress)) || (await mailsPerEmail.use(customerKeyOf(email)));
  if (seconds > 0) {
    log.warn({ seconds }, "sign-in link refused: too many were asked for");
    return failed({ kind: "wait", seconds });
  }
  await transaction(async (tx) => {
    const at = await databaseNow(tx);
    await queueMail(tx, { kind: "sign-in", payload: { email, to: safePath(to, href("account")) }, at });
  });
  return ok(undefined);
}

/** Signs in with a session of its own (SECURITY 7.2.4); the value is the cookie's header. Unknown, used and over are one
 *  problem, and audited. */
export async function signInByLink(
  request: Request,
  { secret, clientAddress }: { secret: string; clientAddress: string },
): Promise<Result<string, { kind: "over" } | Wait>> {
  const seconds = await triesPerAddress.use(clientAddress);
  if (seconds > 0) return failed({ kind: "wait", seconds });
  const header = await transaction(async (tx) => {
    const email = await takeSignInLink(tx, secret, await databaseNow(tx));
    return email === undefined ? undefined : enter(tx, request, email);
  });
  if (header !== undefined) return ok(header);
  await refuse(clientAddress);
  return failed({ kind: "over" });
}

async function enter(tx: Queries, request: Request, email: string): Promise<string> {
  const at = now();
  const customerKey = customerKeyOf(email);
  const customer = await tx.customer.upsert({
    where: { customerKey },
    create: { customerKey, email, createdAt: at },
    update: { customerKey },
  });
  await closeCustomerSession(tx, request);
  await writeAudit(tx, { actor: email, action: "customer.signed-in", subject: `customer:${customer.id}`, at });
  return openCustomerSession(tx, customer.id, at);
}

async function refuse(clientAddress: string): Promise<void> {
  log.warn("customer.sign-in-refused");
  if ((await audited.use(clientAddress)) > 0) return;
  const subject = "customer:unknown";
  await writeAudit(db(), { actor: "visitor", action: "customer.sign-in-refused", subject, at: now() });
}

/** Ends this session, or with `everywhere` all of the customer's; harmless where nobody is signed in. */
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

/** Where a sign-in leads: back to the page that asked for it, only ever inside this shop. */
export function afterCustomerSignIn(request: Request): string {
  return safePath(new URL(request.url).searchParams.get("to"), href("account"));
}
