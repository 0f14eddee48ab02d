import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { OrderId } from "~/core/ids";
import { requireOwnOrder } from "~/customers/own.server";
import { orderPath } from "~/orders/links.server";

/** The customer's own order has one page, which its mailed link opens too. */
export async function loader(args: LoaderFunctionArgs) {
  const path = orderPath(await requireOwnOrder(args, OrderId.parse(args.params.order ?? "")));
  return redirect(path, { status: 303, headers: { "Cache-Control": "no-store, private" } });
}
