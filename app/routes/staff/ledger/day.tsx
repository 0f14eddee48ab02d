import { json, redirect } from "@remix-run/node";
import { useSearchParams } from "@remix-run/react";
import { staffAction, staffLoader } from "~/accounts/staff-route.server";
import { href } from "~/addresses/href";
import { formatDay } from "~/core/dates";
import { checkLedgerDay, readLedgerDay } from "~/ledger/desk/day.server";
import { LedgerDayView } from "~/ledger/desk/day-view";
import { pageTitle } from "~/ui/page-meta";
import { useActionData, useLoaderData } from "~/ui/route-data";

export const meta = pageTitle<typeof loader>((data) => `${data ? formatDay(data.day) : "Day"} · Ledger`);

export const loader = staffLoader("ledger.read", async ({ params: { day = "" } }) => {
  return readLedgerDay(day);
});

export const action = staffAction("ledger.check", async ({ params: { day = "" }, actor }) => {
  const checked = await checkLedgerDay(day, actor);
  if (checked.ok) return redirect(href("staffLedgerDay", { day }, { done: "checked" }), 303);
  return json({ problem: "Stripe didn’t respond, so nothing was checked. Try again in a minute." }, { status: 503 });
});

export default function StaffLedgerDay() {
  const [query] = useSearchParams();
  return (
    <LedgerDayView
      data={useLoaderData<typeof loader>()}
      done={query.get("done") === "checked"}
      problem={useActionData<typeof action>()?.problem}
    />
  );
}
