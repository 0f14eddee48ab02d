import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireCustomer } from "~/accounts/customer-session.server";
import { YourData } from "~/privacy/account";
import { pageTitle } from "~/ui/page-meta";

export const meta = pageTitle("Your data");

export async function loader({ request }: LoaderFunctionArgs) {
  await requireCustomer(request);
  return {};
}

export default function AccountPrivacy() {
  return <YourData />;
}
