import { staffLoader } from "~/accounts/staff-route.server";
import { readFindPaymentPage } from "~/desk/find-payment/page.server";
import { FindPaymentView } from "~/desk/find-payment/view";
import { pageTitle } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export const meta = pageTitle("Find a payment");

export const loader = staffLoader("payments.find", async ({ request }) => {
  return readFindPaymentPage(request);
});

export default function StaffFindPayment() {
  return <FindPaymentView {...useLoaderData<typeof loader>()} />;
}
