import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/accounts/sessions.server";
import { readFindPaymentPage } from "~/desk/find-payment/page.server";
import { FindPaymentView } from "~/desk/find-payment/view";

export const meta: MetaFunction = () => [{ title: "Find a payment · Staff" }, { name: "robots", content: "noindex" }];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request);
  return readFindPaymentPage(request);
}

export default function StaffFindPayment() {
  return <FindPaymentView {...useLoaderData<typeof loader>()} />;
}
