import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/accounts/sessions.server";
import { readOverview } from "~/staff/overview.server";
import { OverviewView } from "~/staff/overview-view";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request);
  return readOverview();
}

export default function StaffHome() {
  return <OverviewView overview={useLoaderData<typeof loader>()} />;
}
