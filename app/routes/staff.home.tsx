import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/accounts/sessions.server";
import { readOverview } from "~/desk/home/overview.server";
import { OverviewView } from "~/desk/home/view";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request);
  return readOverview();
}

export default function StaffHome() {
  return <OverviewView overview={useLoaderData<typeof loader>()} />;
}
