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
import { safePath } from "~/platform/http/safe-path";
import { createNetworkLimit } from "~/platform/limits/rate-limit.server";
import { createSlowdown } from "~/platform/limits/slowdown.server";
import { knownDevice, rememberDevice } from "./known-device.server";
import { isPasswordOf } from "./password.server";
import { closeSession, openSession, readStaff } from "./sessions.server";

/** No password rules here: a wrong password gets the same answer as an unknown account. */
export const SignInForm = z.object({
  email: Email,
  password: z.string({ error: "Enter your password." }).max(1000, "Use at most 1,000 characters."),
});

export type SignInProblem = { kind: "wrong" } | { kind: "wait"; seconds: number };

// SECURITY 6.3.1: many networks can't guess at one account, and one can't guess at many.
const perNetwork = createNetworkLimit("staff-sign-in", 40, 15 * 60);
/** Of an account, or of one device that signed in to it before. */
const guesses = createSlowdown("staff-sign-in", { free: 5, seconds: 60 * 60, first: 5, longest: 2 * 60 });
/** SECURITY 39: each hash takes 19 MiB and one of Node's four threads for files and names. */
const hashing = createTurns({ atOnce: 2, waiting: 30, perClient: 5 });

type Attempt = { email: string; password: string; clientAddress: string };

/** Signs a staff member in with a new session (SECURITY 7.2.4). The value is the cookie headers. Unknown, disabled, and
 *  mistyped are one problem, found after the same work. */
export async function signIn(request: Request, attempt: Attempt): Promise<Result<string[], SignInProblem>> {
  const { clientAddress } = attempt;
  const email = customerKeyOf(attempt.email);
  const member = await db().staffMember.findUnique({ where: { email } });
  const device = member && (await knownDevice(request, deviceAccount(member)));
  const bucket = device ?? email;
  // SECURITY 51: those who flood the account or its network can't keep a device out that signed in before. Network first: a
  // throttled one must not use up an account's attempts.
  const seconds = (device ? 0 : await perNetwork.use(clientAddress)) || (await guesses.use(bucket));
  if (seconds > 0) {
    await auditRefusal({ action: "staff.too-many-attempts", subject: "staff:unknown" });
    return failed({ kind: "wait", seconds });
  }
  const end = await hashing.take(clientAddress);
  if (!end) return failed({ kind: "wait", seconds: retryAfter });
  const isRight = await isPasswordOf(member?.passwordHash, attempt.password).finally(end);
  const session = member && isRight ? await enter(request, member) : undefined;
  if (!member || session === undefined) {
    // Don't record the typed address: it may be a password.
    const subject = member ? `staff:${member.email}` : "staff:unknown";
    await auditRefusal({ action: "staff.sign-in-denied", subject });
    return failed({ kind: "wrong" });
  }
  await guesses.forget(bucket);
  if (!device) await perNetwork.giveBack(clientAddress);
  return ok([session, await rememberDevice(request, deviceAccount(member))]);
}

/** What a device is remembered for: with a new password, no device is known anymore. */
function deviceAccount({ id, passwordHash }: Pick<Member, "id" | "passwordHash">): string {
  return `staff ${id} ${passwordHash}`;
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
