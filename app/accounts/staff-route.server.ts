import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { auditRefusal } from "~/audit/refusal.server";
import { redactPath } from "~/platform/http/redact-path";
import { type Permission, permissionsOf } from "./permissions";
import { requireStaff, type Staff } from "./sessions.server";

type Visit = LoaderFunctionArgs | ActionFunctionArgs;
/** `actor` is who did it, as recorded in the audit. */
type ByStaff = { staff: Staff; actor: string };
type Guarded<Answer> = ((visit: Visit) => Promise<Answer>) & { permission: Permission };

/** Every staff loader and action is wrapped in these: they run in parallel, so none may rely on another's check.
 *  Before anything is read, a visitor is redirected to sign-in and a member without the permission gets a 403. */
export function staffLoader<Answer>(
  permission: Permission,
  load: (visit: LoaderFunctionArgs & ByStaff) => Answer | Promise<Answer>,
): Guarded<Answer> {
  return guarded(permission, load);
}

export function staffAction<Answer>(
  permission: Permission,
  act: (visit: ActionFunctionArgs & ByStaff) => Answer | Promise<Answer>,
): Guarded<Answer> {
  return guarded(permission, act);
}

function guarded<Answer>(
  permission: Permission,
  answer: (visit: Visit & ByStaff) => Answer | Promise<Answer>,
): Guarded<Answer> {
  const route = async (visit: Visit) => {
    const staff = await requireStaff(visit.request);
    await requirePermission(permissionsOf(staff), permission, {
      actor: staff.email,
      subject: `page:${redactPath(new URL(visit.request.url).pathname)}`,
    });
    return answer({ ...visit, staff, actor: staff.email });
  };
  return Object.assign(route, { permission });
}

/** Throws a 403 if the permission isn't granted, and the attempt is audited. */
export async function requirePermission(
  granted: ReadonlySet<Permission>,
  permission: Permission,
  who: { actor: string; subject: string },
): Promise<void> {
  if (granted.has(permission)) return;
  await auditRefusal({ ...who, action: "staff.permission-refused" });
  throw new Response(
    "Your staff account doesn't have permission for this. Ask the person who manages staff accounts.",
    {
      status: 403,
    },
  );
}
