import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { requireStaff } from "~/accounts/sessions.server";
import { formatDay } from "~/core/dates";
import { checkLedgerDay, readLedgerDay } from "~/ledger/desk/day.server";
import { LedgerDayView } from "~/ledger/desk/day-view";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? formatDay(data.day) : "Day"} · Ledger · Staff` },
  { name: "robots", content: "noindex" },
];

export async function loader({ request, params: { day = "" } }: LoaderFunctionArgs) {
  await requireStaff(request);
  return readLedgerDay(day);
}

export async function action({ request, params: { day = "" } }: ActionFunctionArgs) {
  const { email } = await requireStaff(request);
  const checked = await checkLedgerDay(day, email);
  if (checked.ok) return redirect(`/staff/ledger/${day}?done=checked`, 303);
  return data({ problem: "Stripe did not answer, so nothing was checked. Try again in a minute." }, { status: 503 });
}

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
