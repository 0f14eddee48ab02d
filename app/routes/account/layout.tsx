import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { requireCustomer } from "~/accounts/customer-session.server";
import { AccountFrame } from "~/customers/account-frame";
import { useLoaderData } from "~/ui/route-data";

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
