import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { requireCustomer } from "~/accounts/customer-session.server";
import { AccountFrame } from "~/customers/account-frame";
import { useLoaderData } from "~/ui/route-data";

/** Nothing comes back from a cache after signing out. */
export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store, private" });

export async function loader({ request }: LoaderFunctionArgs) {
  const { email } = await requireCustomer(request);
  return { email };
}

export default function Account() {
  return (
    <AccountFrame {...useLoaderData<typeof loader>()}>
      <Outlet />
    </AccountFrame>
  );
}
