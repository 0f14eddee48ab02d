import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { requireCustomer } from "~/accounts/customer-session.server";
import { AccountFrame } from "~/customers/account-frame";

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
