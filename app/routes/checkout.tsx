import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerCheckout } from "~/checkout/page/submit.server";
import { CheckoutPage } from "~/checkout/page/view";
import { readCheckout } from "~/checkout/page/read.server";

export const meta: MetaFunction = () => [{ title: "Check out" }, { name: "robots", content: "noindex" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const page = await readCheckout(request);
  if (!page.cart.canCheckOut) throw redirect("/cart", { status: 303 });
  return page;
}

export function action({ request, context }: ActionFunctionArgs) {
  return answerCheckout(request, context.clientAddress);
}

export default function Checkout() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <CheckoutPage {...page} cart={answer?.cart ?? page.cart} reply={answer?.reply} refusal={answer?.refusal} />;
}
