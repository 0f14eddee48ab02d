import { json, redirect } from "@remix-run/node";
import { z } from "zod";
import { staffAction, staffLoader } from "~/accounts/staff-route.server";
import { href } from "~/addresses/href";
import { customerKeyOf, Email } from "~/core/email";
import { readForm } from "~/core/form/read";
import { readPrivacyPage } from "~/privacy/desk/privacy.server";
import { PrivacyView } from "~/privacy/desk/view";
import { erasePerson } from "~/privacy/erase.server";
import { pageTitle } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export const meta = pageTitle("Personal data");

export const loader = staffLoader("privacy.manage", ({ request }) => readPrivacyPage(request));

const EraseForm = z.object({ email: Email });

export const action = staffAction("privacy.manage", async ({ request, actor }) => {
  const form = EraseForm.safeParse(Object.fromEntries(await readForm(request)));
  if (!form.success) return json({}, { status: 400 });
  const erasing = await erasePerson(customerKeyOf(form.data.email), actor);
  // The page itself shows what is in the way.
  if (!erasing.ok) return json({}, { status: 409 });
  return redirect(href("staffPrivacy", { done: erasing.value.isDone ? "erased" : "started" }), 303);
});

export default function StaffPrivacy() {
  return <PrivacyView {...useLoaderData<typeof loader>()} />;
}
