import { redirect } from "@remix-run/node";
import { href } from "~/addresses/href";
import { writeAudit } from "~/audit/audit.server";
import { customerKeyOf } from "~/core/email";
import type { StaffMemberId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import { safePath } from "~/core/safe-path";
import { now } from "~/platform/clock.server";
import { db, type Queries } from "~/platform/db/client.server";
import { transaction } from "~/platform/db/transaction.server";
import { createRateLimit } from "~/platform/http/rate-limit.server";
import { log } from "~/platform/log.server";
import { isPasswordOf } from "./password.server";
import { closeSession, deleteOldSessions, openSession, readStaff } from "./sessions.server";

export type SignInProblem = { kind: "wrong" } | { kind: "wait"; seconds: number };

// SECURITY 6.3.1: one account is not guessed at from many addresses, nor many accounts from one.
const perAccount = createRateLimit(10, 15 * 60);
const perAddress = createRateLimit(40, 15 * 60);

type Attempt = { email: string; password: string; clientAddress: string };

/** Signs a staff member in with a new session (SECURITY 7.2.4). The value is the cookie's header. Unknown, disabled and
 *  mistyped are one problem, found after the same work. */
export async function signIn(request: Request, attempt: Attempt): Promise<Result<string, SignInProblem>> {
  const email = customerKeyOf(attempt.email);
  // The address first: one that has to wait must neither use up an account's attempts nor fill the memory with names.
  const seconds = (await perAddress.use(attempt.clientAddress)) || (await perAccount.use(email));
  if (seconds > 0) {
    log.warn({ seconds }, "sign-in refused: too many attempts");
    return failed({ kind: "wait", seconds });
  }
  const member = await db().staffMember.findUnique({ where: { email } });
  const isRight = await isPasswordOf(member?.passwordHash, attempt.password);
  const header = member && isRight ? await enter(request, member) : undefined;
  if (header === undefined) {
    // What was typed as an address may be a password: it is not written down.
    const subject = member ? `staff:${member.email}` : "staff:unknown";
    await transaction((tx) => writeAudit(tx, { actor: "visitor", action: "staff.sign-in-denied", subject, at: now() }));
    return failed({ kind: "wrong" });
  }
  await perAccount.forget(email);
  return ok(header);
}

type Member = { id: StaffMemberId; email: string; passwordHash: string };

/** Opens the session; undefined where the member is disabled, or was given another password while this one was checked. */
async function enter(request: Request, { id, email, passwordHash }: Member): Promise<string | undefined> {
  return transaction(async (tx) => {
    // Writes what is there: the row is ours until the end, so that no session outlives what ends them all.
    const { count } = await tx.staffMember.updateMany({
      where: { id, passwordHash, disabledAt: null },
      data: { passwordHash },
    });
    if (count === 0) return undefined;
    const at = now();
    await closeSession(tx, request);
    await deleteOldSessions(tx, at);
    await writeAudit(tx, { actor: email, action: "staff.signed-in", subject: `staff:${email}`, at });
    return openSession(tx, id, at);
  });
}

/** Ends the session on both sides; harmless where nobody is signed in. */
export async function signOut(request: Request): Promise<Response> {
  const staff = await readStaff(request);
  const header = await transaction(async (tx: Queries) => {
    const removal = await closeSession(tx, request);
    if (staff)
      await writeAudit(tx, {
        actor: staff.email,
        action: "staff.signed-out",
        subject: `staff:${staff.email}`,
        at: now(),
      });
    return removal;
  });
  return redirect(href("staffSignIn"), { status: 303, headers: { "Set-Cookie": header } });
}

/** Where a sign-in leads: back to the page that asked for it, only ever inside this shop. */
export function afterSignIn(request: Request): string {
  return safePath(new URL(request.url).searchParams.get("to"), href("staff"));
}
