import { redirect } from "@remix-run/node";
import { href } from "~/addresses/href";
import { type LinkKind, mailedNameOf, mailedOrOwn } from "~/addresses/mailed";
import { auditRefusal } from "~/audit/refusal.server";
import { EnrollmentId, OrderId } from "~/core/ids";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { type Linked, readLinkToken } from "~/platform/link-token.server";
import { isPlainId } from "./plain-id";

export type LinkVisit = {
  request: Request;
  params: Record<string, string | undefined>;
};

/** Until when a mailed link opens its order or enrollment. Throws a 404 for a forged one, which is audited, and a redirect to the
 *  sign-in for one that has ended or was revoked: that leads on to the same page in the account. */
export async function requireLink(kind: LinkKind, visit: LinkVisit, token: string): Promise<Date> {
  const id = visit.params[idOf[kind]] ?? "";
  const row = isPlainId(id) ? await rows[kind](id) : null;
  const state = row ? readLinkToken(kind, row, token, now()) : { kind: "forged" as const };
  if (state.kind === "open") return state.endsAt;
  if (state.kind === "over") throw toSignIn(visit);
  await auditRefusal({ action: `${kind}.refused`, subject: `${idOf[kind]}:${id}` });
  throw new Response("This link is incomplete. Open it again from your e-mail.", { status: 404 });
}

const idOf = { order: "order", learning: "enrollment", confirmation: "enrollment" } as const;

const enrollmentOf = (id: string) =>
  db().enrollment.findUnique({ where: { id: EnrollmentId.parse(id) }, select: { id: true, linkVersion: true } });

const rows: Record<LinkKind, (id: string) => Promise<Linked | null>> = {
  order: (id) => db().order.findUnique({ where: { id: OrderId.parse(id) }, select: { id: true, linkVersion: true } }),
  learning: enrollmentOf,
  confirmation: enrollmentOf,
};

function toSignIn({ request, params }: LinkVisit): Response {
  const name = mailedNameOf(new URL(request.url).pathname);
  const { signature: _, ...parameters } = params;
  const to = name ? mailedOrOwn(name, parameters as Record<string, string>) : href("account");
  return redirect(href("accountSignIn", { done: "link-expired", to }), {
    status: 303,
    headers: { "Cache-Control": "no-store, private" },
  });
}
