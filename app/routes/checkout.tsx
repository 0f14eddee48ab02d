import { getFormProps, getInputProps, useForm } from "@conform-to/react";
import { getZodConstraint, parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { cartIdOf } from "~/cart/cart.server";
import { CartTotals } from "~/cart/cart-totals";
import { viewCart } from "~/cart/cart-view";
import { readPricedCart } from "~/cart/priced-cart.server";
import { CheckoutForm } from "~/checkout/checkout-form";
import { CheckoutLines } from "~/checkout/checkout-lines";
import { openOrdersOfCart } from "~/checkout/open-orders.server";
import { PriceChanged, wordsForProblem } from "~/checkout/problem";
import { startCheckout } from "~/checkout/start.server";
import { customerKeyOf } from "~/core/email";
import { formatCents } from "~/core/money";
import { Button } from "~/ui/button";
import { ErrorSummary, TextField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { Container, PageHeader } from "~/ui/page";

export const meta: MetaFunction = () => [{ title: "Check out" }, { name: "robots", content: "noindex" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const cartId = await cartIdOf(request);
  const cart = viewCart(await readPricedCart({ cartId, ownOrders: await openOrdersOfCart(cartId) }));
  if (!cart.canCheckOut) throw redirect("/cart", { status: 303 });
  return { cart };
}

export async function action({ request }: ActionFunctionArgs) {
  const cartId = await cartIdOf(request);
  const submission = parseWithZod(await request.formData(), { schema: CheckoutForm });
  if (submission.status !== "success") return data({ reply: submission.reply() }, { status: 400 });
  if (!cartId) return redirect("/cart", { status: 303 });
  const started = await startCheckout(cartId, submission.value);
  if (started.ok) return redirect(started.value, { status: 303 });
  const { kind } = started.problem;
  if (kind === "empty" || kind === "blocked") return redirect("/cart", { status: 303 });
  const customerKey = customerKeyOf(submission.value.email);
  const cart = viewCart(await readPricedCart({ cartId, customerKey, ownOrders: await openOrdersOfCart(cartId) }));
  const agreed = submission.value.agreedCents;
  return data({ reply: submission.reply(), kind, cart, agreed }, { status: kind === "price-changed" ? 409 : 503 });
}

export default function Checkout() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isBusy = useNavigation().formAction === "/checkout";
  const problem = answer && "kind" in answer ? answer : undefined;
  const cart = problem?.cart ?? loaded.cart;
  const [form, fields] = useForm({
    lastResult: answer?.reply,
    constraint: getZodConstraint(CheckoutForm),
    shouldRevalidate: "onBlur",
    onValidate: ({ formData }) => parseWithZod(formData, { schema: CheckoutForm }),
  });
  const problems = [fields.email, fields.certificateName].flatMap(({ id, errors }) =>
    (errors ?? []).map((message) => ({ id, message })),
  );
  return (
    <Container>
      <PageHeader crumbs={[{ to: "/cart", label: "Cart" }]} title="Check out">
        <p>One page, then payment. You need no account: everything opens with the link on your receipt.</p>
      </PageHeader>
      <div className="grid gap-10 lg:grid-cols-[1fr_24rem]">
        <Form method="post" {...getFormProps(form)} className="max-w-xl space-y-6">
          <ErrorSummary problems={problems} />
          {problem?.kind === "price-changed" ? <PriceChanged agreed={problem.agreed} total={cart.total} /> : null}
          {problem && problem.kind !== "price-changed" ? (
            <Notice tone="problem" live>
              {wordsForProblem(problem.kind)}
            </Notice>
          ) : null}
          <TextField
            {...getInputProps(fields.email, { type: "email" })}
            key={fields.email.key}
            label="E-mail address"
            hint="For the receipt and the link to your courses."
            autoComplete="email"
            errors={fields.email.errors}
          />
          <TextField
            {...getInputProps(fields.certificateName, { type: "text" })}
            key={fields.certificateName.key}
            label="Your name, as it shall stand on the certificate"
            hint="As your credential registry knows it. For colleagues you can enter other names after payment."
            autoComplete="name"
            errors={fields.certificateName.errors}
          />
          <input type="hidden" name="agreedCents" value={cart.total} />
          <Button disabled={isBusy} className="w-full sm:w-auto">
            {problem?.kind === "price-changed" ? "Agree and pay" : "Go on to payment:"} {formatCents(cart.total)}
          </Button>
          <p className="text-sm text-muted">
            You pay on Stripe’s page; we never see your card. Refunds are possible within the refund window as long as
            no certificate was issued: see the <Link to="/faq">FAQ</Link>.
          </p>
        </Form>
        <section aria-labelledby="order" className="space-y-6 self-start bg-surface p-6 ring-1 ring-line">
          <h2 id="order" className="text-2xl">
            Your order
          </h2>
          <CheckoutLines lines={cart.lines} />
          <CartTotals cart={cart} />
          <p>
            <Link to="/cart" className="inline-block py-1">
              Change the cart
            </Link>
          </p>
        </section>
      </div>
    </Container>
  );
}
