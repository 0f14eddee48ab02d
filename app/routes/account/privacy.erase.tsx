import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireCustomer } from "~/accounts/customer-session.server";
import { href } from "~/addresses/href";
import { EraseYourData } from "~/privacy/account";
import { erasePerson } from "~/privacy/erase.server";
import { readObstacles } from "~/privacy/person.server";
import { readShop } from "~/shop/shop.server";
import { pageTitle } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export const meta = pageTitle("Erase your data");

export async function loader({ request }: LoaderFunctionArgs) {
  const { customerKey } = await requireCustomer(request);
  const { timeZone } = await readShop();
  return { obstacles: await readObstacles(customerKey), timeZone };
}

export async function action({ request }: ActionFunctionArgs) {
  const { customerKey } = await requireCustomer(request);
  const erasing = await erasePerson(customerKey, "customer");
  // The page itself shows what is in the way.
  if (!erasing.ok) return json({}, { status: 409 });
  return redirect(href("accountSignIn", { done: "erased" }), 303);
}

export default function AccountErase() {
  return <EraseYourData {...useLoaderData<typeof loader>()} />;
}
