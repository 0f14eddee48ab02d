import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { OrderId } from "~/core/ids";
import { requireOwnOrder } from "~/customers/own.server";
import { orderPath } from "~/orders/links.server";

/** Redirects to the customer's order page, the same one its mailed link opens. */
export async function loader(args: LoaderFunctionArgs) {
  const path = orderPath(await requireOwnOrder(args, OrderId.parse(args.params.order ?? "")));
  return redirect(path, 303);
}
