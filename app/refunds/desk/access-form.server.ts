import { z } from "zod";
import { EnrollmentId, type OrderId } from "~/core/ids";
import { changeAccess } from "../change-access.server";

const AccessForm = z.object({ unit: EnrollmentId.regex(/^[\w.-]{1,64}$/), access: z.enum(["end", "give-back"]) });

/** Does what a unit's access button asks for; false where the form is not such a button's. */
export async function accessFromForm(form: FormData, orderId: OrderId, by: string): Promise<boolean> {
  const wanted = AccessForm.safeParse(Object.fromEntries(form));
  if (!wanted.success) return false;
  const { unit, access } = wanted.data;
  await changeAccess({ orderId, enrolmentId: unit, ends: access === "end", by });
  return true;
}
