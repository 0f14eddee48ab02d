import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type Permission, permissionsOf } from "./permissions";
import { requireStaff, type Staff } from "./sessions.server";

type Visit = LoaderFunctionArgs | ActionFunctionArgs;
/** `actor` is who did it, as the audit writes it. */
type ByStaff = { staff: Staff; actor: string };
type Guarded<Answer> = ((visit: Visit) => Promise<Answer>) & { permission: Permission };

/** Every staff loader and action is made by these: they run side by side, so none may rely on another's check. Whoever is
 *  not signed in is led to the sign-in page, and whoever lacks the permission gets a 403, before anything is read. */
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
    requirePermission(permissionsOf(staff), permission);
    return answer({ ...visit, staff, actor: staff.email });
  };
  return Object.assign(route, { permission });
}

/** Throws a 403 where the permission is not among those granted. */
export function requirePermission(granted: ReadonlySet<Permission>, permission: Permission): void {
  if (granted.has(permission)) return;
  throw new Response("Your staff account doesn't have permission for this. Ask whoever manages staff accounts.", {
    status: 403,
  });
}
