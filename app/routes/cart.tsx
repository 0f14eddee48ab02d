import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { cartIdOf, changeCart, courseOfFormat } from "~/cart/cart.server";
import { CartChange } from "~/cart/cart-change";
import { CartLines } from "~/cart/cart-lines";
import { CartTotals } from "~/cart/cart-totals";
import { viewCart } from "~/cart/cart-view";
import { readPricedCart } from "~/cart/priced-cart.server";
import { openOrdersOfCart } from "~/checkout/open-orders.server";
import { ButtonLink } from "~/ui/button";
import { EmptyState, Notice } from "~/ui/notice";
import { Container, PageHeader } from "~/ui/page";

export const meta: MetaFunction = () => [{ title: "Your cart" }, { name: "robots", content: "noindex" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const cartId = await cartIdOf(request);
  return { cart: viewCart(await readPricedCart({ cartId, ownOrders: await openOrdersOfCart(cartId) })) };
}

export async function action({ request }: ActionFunctionArgs) {
  const submission = parseWithZod(await request.formData(), { schema: CartChange });
  if (submission.status !== "success") {
    const messages = Object.values(submission.error ?? {}).flatMap((found) => found ?? []);
    const courseFormatId = String(submission.payload.courseFormatId ?? "");
    return data({ courseFormatId, message: messages.join(" ") || "This change is not possible." }, { status: 400 });
  }
  const change = submission.value;
  if (change.intent !== "remove" && !(await courseOfFormat(change.courseFormatId)))
    return data(
      { courseFormatId: change.courseFormatId, message: "This course is no longer sold here." },
      { status: 400 },
    );
  return redirect("/cart", { status: 303, headers: await changeCart(request, change) });
}

export default function Cart() {
  const { cart } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const isShown = cart.lines.some(({ courseFormatId }) => courseFormatId === problem?.courseFormatId);
  return (
    <Container>
      <PageHeader title="Your cart" />
      {problem && !isShown ? (
        <Notice tone="problem" live className="mb-6">
          {problem.message}
        </Notice>
      ) : null}
      {cart.lines.length === 0 && cart.gone.length === 0 ? (
        <EmptyState title="Your cart is empty">
          <p>Choose a course by discipline and content category, then come back here.</p>
          <ButtonLink to="/catalog">Browse the catalog</ButtonLink>
        </EmptyState>
      ) : (
        <div className="grid gap-10 lg:grid-cols-[1fr_22rem]">
          <CartLines cart={cart} problem={problem} />
          <section aria-labelledby="summary" className="space-y-6 self-start bg-surface p-6 ring-1 ring-line">
            <h2 id="summary" className="text-2xl">
              Summary
            </h2>
            <CartTotals cart={cart} />
            {cart.canCheckOut ? (
              <ButtonLink to="/checkout" className="w-full">
                Check out
              </ButtonLink>
            ) : (
              <p className="font-semibold text-wrong">Please mend what is marked before you check out.</p>
            )}
            <p className="text-sm text-muted">
              Sale units are held for you for 30 minutes once you go on to payment. You need no account.
            </p>
          </section>
        </div>
      )}
    </Container>
  );
}
