import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireCustomer } from "~/accounts/customer-session.server";
import { exportResponse } from "~/privacy/json-download.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const { customerKey } = await requireCustomer(request);
  return exportResponse(customerKey);
}
