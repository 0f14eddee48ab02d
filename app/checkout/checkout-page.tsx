import { getFormProps, getInputProps, type SubmissionResult, useForm } from "@conform-to/react";
import { getZodConstraint, parseWithZod } from "@conform-to/zod/v4";
import { Form, Link, useNavigation } from "@remix-run/react";
import { CartTotals } from "~/cart/cart-totals";
import type { CartView } from "~/cart/cart-view";
import { formatCents } from "~/core/money";
import { Button } from "~/ui/button";
import { ErrorSummary, TextField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { Container, PageHeader } from "~/ui/page";
import { CheckoutForm } from "./checkout-form";
import { CheckoutLines } from "./checkout-lines";
import { PriceChanged, wordsForProblem } from "./problem";

type Props = {
  cart: CartView;
  /** What Conform answers to a form that was sent. */
  reply: SubmissionResult | undefined;
  refusal: { kind: "price-changed" | "below-minimum" | "payment-unavailable" | "busy"; agreed: number } | undefined;
};

/** The one page before payment: who buys, whose name is certified, what it costs. */
export function CheckoutPage({ cart, reply, refusal }: Props) {
  const isBusy = useNavigation().formAction === "/checkout";
  const [form, fields] = useForm({
    lastResult: reply,
    constraint: getZodConstraint(CheckoutForm),
    // While typing, not on leaving: an error that goes away must not move the button from under the finger.
    shouldRevalidate: "onInput",
    onValidate: ({ formData }) => parseWithZod(formData, { schema: CheckoutForm }),
  });
  const problems = [fields.email, fields.certificateName].flatMap(({ id, errors }) =>
    (errors ?? []).map((message) => ({ id, message })),
  );
  const refusals = cart.coupons.flatMap((coupon) => coupon.refusal ?? []);
  return (
    <Container>
      <PageHeader crumbs={[{ to: "/cart", label: "Cart" }]} title="Check out">
        <p>One page, then payment. You need no account: everything opens with the link on your receipt.</p>
      </PageHeader>
      <div className="grid gap-10 lg:grid-cols-[1fr_24rem]">
        <Form method="post" {...getFormProps(form)} className="max-w-xl space-y-6">
          <ErrorSummary problems={problems} />
          {refusal?.kind === "price-changed" ? (
            <PriceChanged agreed={refusal.agreed} total={cart.total} refusals={refusals} />
          ) : null}
          {refusal && refusal.kind !== "price-changed" ? (
            <Notice tone="problem" live>
              {wordsForProblem(refusal.kind)}
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
            {refusal?.kind === "price-changed" ? "Agree and pay" : "Go on to payment:"} {formatCents(cart.total)}
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
          {refusals.map((words) => (
            <p key={words} className="text-sm text-muted">
              {words}
            </p>
          ))}
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
