import { getFormProps, getInputProps, type SubmissionResult, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { Form, Link, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { href } from "~/addresses/href";
import { CartTotals } from "~/cart/cart-totals";
import type { CartView } from "~/cart/cart-view";
import { formatCents } from "~/core/money";
import { AddressFields } from "~/shipping/address-fields";
import { Button } from "~/ui/button";
import { ErrorSummary, type Option, problemsOf, TextField } from "~/ui/field";
import { Container, PageHeader } from "~/ui/page";
import { type Asked, checkoutForm } from "../form/checkout-form";
import type { CheckoutFields, Fields } from "../form/fields";
import { mostRows } from "../form/seats";
import { CheckoutLines } from "./lines";
import { type Refusal, RefusalNotice } from "./problem";
import { PurposeFields } from "./purpose-fields";
import { TaxPlaceFields } from "./tax-place-fields";
import { TermsField } from "./terms-field";

type Props = {
  cart: CartView;
  asked: Asked;
  /** Where books are mailed to, or, where nothing is, where buyers can be. */
  countries: Option[];
  refundDays: number;
  /** Of who is signed in. */
  email: string | undefined;
  /** What Conform answers to a form that was sent. */
  reply: SubmissionResult | undefined;
  refusal: Refusal | undefined;
};

/** The one page before payment: who buys, for whom, where to, what it costs. */
export function CheckoutPage({ cart, asked, countries, refundDays, email, reply, refusal }: Props) {
  const isBusy = useNavigation().formAction === href("checkout");
  const schema = checkoutForm(asked);
  const [country] = countries;
  const place = country ? { country: country.value } : {};
  const nobody = { name: "", email: "" };
  const [form, allFields] = useForm<CheckoutFields>({
    id: "checkout",
    lastResult: reply as SubmissionResult<string[]> | undefined,
    defaultValue: {
      ...{ email, purpose: "self", address: place, taxPlace: place },
      seats: Array.from({ length: Math.min(asked.mostSeats, mostRows) }, () => nobody),
    },
    // While typing, not on leaving: an error that goes away must not move the button from under the finger.
    shouldRevalidate: "onInput",
    onValidate: ({ formData }) => parseWithZod(formData, { schema }) as never,
  });
  const fields = allFields as Fields;
  const problems = Object.entries(form.allErrors)
    .sort(([one], [other]) => placeOf(one) - placeOf(other))
    .map(([name, errors]) => ({ id: `${form.id}-${name}`, errors }));
  const refusals = cart.coupons.flatMap((coupon) => coupon.refusal ?? []);
  return (
    <Container>
      <PageHeader crumbs={[{ to: href("cart"), label: "Cart" }]} title="Check out">
        <p>One page, then payment. You need no account: everything opens with the link on your receipt.</p>
      </PageHeader>
      <div className="grid gap-10 lg:grid-cols-[1fr_24rem]">
        <Form method="post" {...getFormProps(form)} className="group/checkout max-w-xl space-y-10">
          <ErrorSummary problems={problemsOf(problems)} />
          {refusal ? <RefusalNotice refusal={refusal} total={cart.total} refusals={refusals} /> : null}
          <Part title="You">
            <TextField
              {...getInputProps(fields.email, { type: "email" })}
              key={fields.email.key}
              required
              label="E-mail address"
              hint="For the receipt and the link to your courses."
              autoComplete="email"
              errors={fields.email.errors}
            />
            <TextField
              {...getInputProps(fields.certificateName, { type: "text" })}
              key={fields.certificateName.key}
              required
              label="Your name, as it shall stand on the certificate"
              hint="As your credential registry knows it. A gift is from this name."
              autoComplete="name"
              errors={fields.certificateName.errors}
            />
          </Part>
          <Part title="For whom">
            <PurposeFields fields={fields} mostSeats={asked.mostSeats} />
          </Part>
          {asked.address ? (
            <Part title="Where we mail the books" note="For a gift, the recipient’s address.">
              <AddressFields fields={fields.address.getFieldset()} countries={countries} />
            </Part>
          ) : null}
          {asked.taxPlace ? (
            <Part title="Where you are" note="Sales tax depends on it.">
              <TaxPlaceFields field={fields.taxPlace} countries={countries} />
            </Part>
          ) : null}
          <div className="space-y-4">
            <TermsField field={fields.terms} refundDays={refundDays} />
            {cart.isTotalKnown ? <input type="hidden" name="agreedCents" value={cart.total} /> : null}
            <Button disabled={isBusy} className="w-full sm:w-auto">
              {buttonWords(cart, refusal)}
            </Button>
            <p className="text-sm text-muted">
              {cart.isTotalKnown ? "" : "You see the total for your address on this page and agree to it first. "}
              You pay on Stripe’s page; we never see your card.
            </p>
          </div>
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
            <Link to={href("cart")} className="inline-block py-1">
              Change the cart
            </Link>
          </p>
        </section>
      </div>
    </Container>
  );
}

/** As the fields stand on the page. */
const fieldOrder = [
  "email",
  "certificateName",
  "purpose",
  "recipient",
  "seats",
  "seatList",
  "address",
  "taxPlace",
  "terms",
];

function placeOf(fieldName: string): number {
  return fieldOrder.findIndex((name) => new RegExp(`^${name}\\b`).test(fieldName));
}

function buttonWords({ isTotalKnown, total }: CartView, refusal: Refusal | undefined): string {
  if (!isTotalKnown) return "Go on: show the total";
  if (total === 0) return "Place the order: $0.00";
  const isAsked = refusal?.kind === "price-changed" || refusal?.kind === "total-unseen";
  return `${isAsked ? "Agree and pay" : "Go on to payment:"} ${formatCents(total)}`;
}

function Part({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section className="space-y-6">
      <div>
        <h2 className="text-2xl">{title}</h2>
        {note ? <p className="text-sm text-muted">{note}</p> : null}
      </div>
      {children}
    </section>
  );
}
