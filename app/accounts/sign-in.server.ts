import { redirect } from "@remix-run/node";
import { z } from "zod";
import { href } from "~/addresses/href";
import { writeAudit } from "~/audit/audit.server";
import { auditRefusal } from "~/audit/refusal.server";
import { customerKeyOf, Email } from "~/core/email";
import type { StaffMemberId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import { now } from "~/platform/clock.server";
import { db, type Queries } from "~/platform/db/client.server";
import { transaction } from "~/platform/db/transaction.server";
import { createTurns, retryAfter } from "~/platform/http/guard/turns";
import { createRateLimit } from "~/platform/http/rate-limit.server";
import { safePath } from "~/platform/http/safe-path";
import { isPasswordOf } from "./password.server";
import { closeSession, deleteOldSessions, openSession, readStaff } from "./sessions.server";

/** No password rules here: a wrong password gets the same answer as an unknown account. */
export const SignInForm = z.object({
  email: Email,
  password: z.string({ error: "Enter your password." }).max(1000, "Use at most 1,000 characters."),
});

export type SignInProblem = { kind: "wrong" } | { kind: "wait"; seconds: number };

// SECURITY 6.3.1: many IP addresses can't guess at one account, and one can't guess at many.
const perAccount = createRateLimit(10, 15 * 60);
const perAddress = createRateLimit(40, 15 * 60);
/** SECURITY 39: each hash takes 19 MiB and one of Node's four threads for files and names. */
const hashing = createTurns({ atOnce: 2, waiting: 30, perClient: 5 });

type Attempt = { email: string; password: string; clientAddress: string };

/** Signs a staff member in with a new session (SECURITY 7.2.4). The value is the cookie header. Unknown, disabled, and
 *  mistyped are one problem, found after the same work. */
export async function signIn(request: Request, attempt: Attempt): Promise<Result<string, SignInProblem>> {
  const email = customerKeyOf(attempt.email);
  // IP address first: a throttled one must not use up an account's attempts or fill memory with names.
  const seconds = (await perAddress.use(attempt.clientAddress)) || (await perAccount.use(email));
  if (seconds > 0) {
    await auditRefusal({ action: "staff.too-many-attempts", subject: "staff:unknown" });
    return failed({ kind: "wait", seconds });
  }
  const end = await hashing.take(attempt.clientAddress);
  if (!end) return failed({ kind: "wait", seconds: retryAfter });
  const member = await db().staffMember.findUnique({ where: { email } });
  const isRight = await isPasswordOf(member?.passwordHash, attempt.password).finally(end);
  const header = member && isRight ? await enter(request, member) : undefined;
  if (header === undefined) {
    // Don't record the typed address: it may be a password.
    const subject = member ? `staff:${member.email}` : "staff:unknown";
    await auditRefusal({ action: "staff.sign-in-denied", subject });
    return failed({ kind: "wrong" });
  }
  await perAccount.forget(email);
  return ok(header);
}

type Member = { id: StaffMemberId; email: string; passwordHash: string };

/** Opens the session; undefined if the member is disabled or the password changed while this one was being checked. */
async function enter(request: Request, { id, email, passwordHash }: Member): Promise<string | undefined> {
  return transaction(async (tx) => {
    // A no-op write locks the row, so no session survives a concurrent "end all sessions".
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

/** Ends the session and clears the cookie; harmless if no one is signed in. */
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

/** Where a sign-in leads: back to the page that required it, never outside this shop. */
export function afterSignIn(request: Request): string {
  return safePath(new URL(request.url).searchParams.get("to"), href("staff"));
}
