import { redirect } from "@remix-run/node";
import { href } from "~/addresses/href";
import type { StaffMemberId } from "~/core/ids";
import { now } from "~/platform/clock.server";
import { db, type Queries } from "~/platform/db/client.server";
import { shopCookie } from "~/platform/http/cookies.server";
import { log } from "~/platform/log.server";
import { hashOf, newSecret } from "~/platform/secrets.server";
import { isSessionOpen, shouldRecordUse, staffLimits } from "./sessions";

const { absoluteMilliseconds } = staffLimits;

export type Staff = { id: StaffMemberId; email: string; name: string };

const cookie = () => shopCookie("staff", absoluteMilliseconds / 1000);

/** SECURITY 7.2.3: the visitor gets 128 random bits, the table their hash. Returns the cookie header. */
export async function openSession(tx: Queries, staffMemberId: StaffMemberId, at: Date): Promise<string> {
  const secret = newSecret();
  await tx.staffSession.create({
    data: { id: hashOf(secret), staffMemberId, createdAt: at, lastSeenAt: at },
  });
  return cookie().serialize(secret);
}

/** Ends the request's session, if any. Returns the header that clears the cookie. */
export async function closeSession(tx: Queries, request: Request): Promise<string> {
  const id = await sessionIdOf(request);
  if (id) await tx.staffSession.deleteMany({ where: { id } });
  return cookie().serialize("", { maxAge: 0 });
}

/** The signed-in staff member; undefined if there is none, the cookie was tampered with, the session has ended, or the
 *  account is disabled. */
export async function readStaff(request: Request): Promise<Staff | undefined> {
  const id = await sessionIdOf(request);
  if (!id) return undefined;
  const session = await db().staffSession.findUnique({ where: { id }, include: { staffMember: true } });
  const at = now();
  if (!session || session.staffMember.disabledAt || !isSessionOpen(session, staffLimits, at)) return undefined;
  // If another request just ended the session, there is no row left to update.
  if (shouldRecordUse(session, staffLimits, at))
    await db()
      .staffSession.updateMany({ where: { id }, data: { lastSeenAt: at } })
      .catch(warnUnrecorded);
  const { id: memberId, email, name } = session.staffMember;
  return { id: memberId, email, name };
}

/** Throws a redirect to the sign-in page, which leads back here. Routes ask through `staffLoader` and `staffAction`. */
export async function requireStaff(request: Request): Promise<Staff> {
  const staff = await readStaff(request);
  if (staff) return staff;
  const { pathname, search } = new URL(request.url);
  throw redirect(href("staffSignIn", { to: pathname + search }), 303);
}

/** On a full or read-only disk people still read. */
export function warnUnrecorded(err: unknown): void {
  log.warn({ err }, "a session's last use could not be recorded");
}

async function sessionIdOf(request: Request): Promise<string | undefined> {
  const secret: unknown = await cookie().parse(request.headers.get("Cookie"));
  return typeof secret === "string" && secret ? hashOf(secret) : undefined;
}
