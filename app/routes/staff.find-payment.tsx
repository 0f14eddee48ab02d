import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { staffLoader } from "~/accounts/staff-route.server";
import { readFindPaymentPage } from "~/desk/find-payment/page.server";
import { FindPaymentView } from "~/desk/find-payment/view";

export const meta: MetaFunction = () => [{ title: "Find a payment · Staff" }, { name: "robots", content: "noindex" }];

export const loader = staffLoader("payments.find", async ({ request }) => {
  return readFindPaymentPage(request);
});

export default function StaffFindPayment() {
  return <FindPaymentView {...useLoaderData<typeof loader>()} />;
}
