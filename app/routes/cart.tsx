import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { href } from "~/addresses/href";
import { cartIdOf } from "~/cart/cart.server";
import { CartLines } from "~/cart/cart-lines";
import { CartTotals } from "~/cart/cart-totals";
import { viewCart } from "~/cart/cart-view";
import { changeCart } from "~/cart/change-cart.server";
import { Coupons } from "~/cart/coupons";
import { Hint } from "~/cart/hint";
import { readPricedCart } from "~/cart/priced-cart.server";
import { openOrderIdsOfCart } from "~/checkout/order/open-orders.server";
import { ContinueElsewhere } from "~/checkout/page/continue-elsewhere";
import { ButtonLink } from "~/ui/button";
import { EmptyState, Notice } from "~/ui/notice";
import { Container, PageHeader } from "~/ui/page";
import { pageTitle } from "~/ui/page-meta";
import { useActionData, useLoaderData } from "~/ui/route-data";

export const meta = pageTitle("Your cart");

export async function loader({ request }: LoaderFunctionArgs) {
  const cartId = await cartIdOf(request);
  return { cart: viewCart(await readPricedCart({ cartId, ownOrders: await openOrderIdsOfCart(cartId) })) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const ownOrders = await openOrderIdsOfCart(await cartIdOf(request));
  const changed = await changeCart(request, { ownOrders, clientAddress: context.clientAddress });
  return changed.ok
    ? redirect(href("cart"), { status: 303, headers: changed.value })
    : json(changed.problem, { status: 400 });
}

export default function Cart() {
  const { cart } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const isEmpty = cart.lines.length === 0 && cart.unavailable.length === 0;
  const isAboutCode = problem?.code !== undefined && !isEmpty;
  const isShown = isAboutCode || cart.lines.some(({ courseFormatId }) => courseFormatId === problem?.courseFormatId);
  return (
    <Container>
      <PageHeader title="Your cart" />
      {problem && !isShown ? (
        <Notice tone="problem" live className="mb-6">
          {problem.message}
        </Notice>
      ) : null}
      {isEmpty ? (
        <EmptyState title="Your cart is empty">
          <p>Browse courses by discipline and content category to get started.</p>
          <ButtonLink to={href("catalog")}>Browse the catalog</ButtonLink>
          <ContinueElsewhere />
        </EmptyState>
      ) : (
        <div className="grid gap-10 lg:grid-cols-[1fr_22rem]">
          <div>
            <CartLines cart={cart} problem={problem} />
            {cart.hint ? <Hint hint={cart.hint} /> : null}
          </div>
          <section aria-labelledby="summary" className="space-y-6 self-start bg-surface p-6 ring-1 ring-line">
            <h2 id="summary" className="text-2xl">
              Summary
            </h2>
            <CartTotals cart={cart} />
            <Coupons
              coupons={cart.coupons}
              problem={problem?.code === undefined ? undefined : { code: problem.code, message: problem.message }}
            />
            {cart.canCheckOut ? (
              <ButtonLink to={href("checkout")} className="w-full">
                Check out
              </ButtonLink>
            ) : (
              <p className="font-semibold text-wrong">Fix the items marked in your cart before you check out.</p>
            )}
            <p className="text-sm text-muted">
              Sale units are held for you for 30 minutes once you continue to payment. No account needed.
            </p>
            <ContinueElsewhere />
          </section>
        </div>
      )}
    </Container>
  );
}
