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
import type { CheckoutFields, Fields } from "../form/fields";
import { checkoutSchema, type ExtraFields } from "../form/schema";
import { maximumRows } from "../form/seats";
import { ContinueElsewhere } from "./continue-elsewhere";
import { CheckoutLines } from "./lines";
import { PurposeFields } from "./purpose-fields";
import { type Refusal, RefusalNotice } from "./refusal";
import { TaxPlaceFields } from "./tax-place-fields";
import { TermsField } from "./terms-field";

type Props = {
  cart: CartView;
  extraFields: ExtraFields;
  /** Where books can be mailed or, if nothing is mailed, where buyers can live. */
  countries: Option[];
  refundDays: number;
  /** Of the signed-in customer. */
  email: string | undefined;
  /** Conform's reply to a submitted form. */
  reply: SubmissionResult | undefined;
  refusal: Refusal | undefined;
};

/** The one page before payment: buyer, learners, address and price. */
export function CheckoutPage({ cart, extraFields, countries, refundDays, email, reply, refusal }: Props) {
  const isBusy = useNavigation().formAction === href("checkout");
  const schema = checkoutSchema(extraFields);
  const [country] = countries;
  const place = country ? { country: country.value } : {};
  const emptySeat = { name: "", email: "" };
  const [form, allFields] = useForm<CheckoutFields>({
    id: "checkout",
    lastResult: reply as SubmissionResult<string[]> | undefined,
    defaultValue: {
      ...{ email, purpose: "self", address: place, taxPlace: place },
      seats: Array.from({ length: Math.min(extraFields.maximumSeats, maximumRows) }, () => emptySeat),
    },
    // On input, not on blur: an error that disappears on blur would move the button just as it is pressed.
    shouldRevalidate: "onInput",
    onValidate: ({ formData }) => parseWithZod(formData, { schema }) as never,
  });
  const fields = allFields as Fields;
  const problems = Object.entries(form.allErrors)
    .sort(([one], [other]) => positionOf(one) - positionOf(other))
    .map(([name, errors]) => ({ id: `${form.id}-${name}`, errors }));
  const refusals = cart.coupons.flatMap((coupon) => coupon.refusal ?? []);
  return (
    <Container>
      <PageHeader crumbs={[{ to: href("cart"), label: "Cart" }]} title="Check out">
        <p>One page, then payment. No account needed: the link in your receipt opens your courses.</p>
      </PageHeader>
      <div className="grid gap-10 lg:grid-cols-[1fr_24rem]">
        <Form method="post" {...getFormProps(form)} className="group/checkout max-w-xl space-y-10">
          <ErrorSummary problems={problemsOf(problems)} />
          {refusal ? <RefusalNotice refusal={refusal} total={cart.total} refusals={refusals} /> : null}
          <Part title="Your details">
            <TextField
              {...getInputProps(fields.email, { type: "email" })}
              key={fields.email.key}
              required
              label="E-mail address"
              hint="For your receipt and the link to your courses."
              autoComplete="email"
              errors={fields.email.errors}
            />
            <TextField
              {...getInputProps(fields.certificateName, { type: "text" })}
              key={fields.certificateName.key}
              required
              label="Name on the certificate"
              hint="As it appears on your credential. Gifts are sent from this name."
              autoComplete="name"
              errors={fields.certificateName.errors}
            />
          </Part>
          <Part title="Learners">
            <PurposeFields fields={fields} maximumSeats={extraFields.maximumSeats} />
          </Part>
          {extraFields.address ? (
            <Part title="Mailing address" note="For a gift, the recipient’s address.">
              <AddressFields fields={fields.address.getFieldset()} countries={countries} />
            </Part>
          ) : null}
          {extraFields.taxPlace ? (
            <Part title="Your location" note="Sales tax depends on it.">
              <TaxPlaceFields field={fields.taxPlace} countries={countries} />
            </Part>
          ) : null}
          <div className="space-y-4">
            <TermsField field={fields.terms} refundDays={refundDays} />
            {cart.isTotalKnown ? <input type="hidden" name="agreedCents" value={cart.total} /> : null}
            <Button disabled={isBusy} className="w-full sm:w-auto">
              {buttonText(cart, refusal)}
            </Button>
            <p className="text-sm text-muted">
              {cart.isTotalKnown ? "" : "You’ll see the total for your address and agree to it before you pay. "}
              You pay on Stripe’s page. We never see your card number.
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
              Edit cart
            </Link>
          </p>
          <ContinueElsewhere />
        </section>
      </div>
    </Container>
  );
}

/** In the order of the page. */
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

function positionOf(fieldName: string): number {
  return fieldOrder.findIndex((name) => new RegExp(`^${name}\\b`).test(fieldName));
}

function buttonText({ isTotalKnown, total }: CartView, refusal: Refusal | undefined): string {
  if (!isTotalKnown) return "Show total";
  if (total === 0) return "Place order: $0.00";
  const mustAgree = refusal?.kind === "price-changed" || refusal?.kind === "total-unseen";
  return `${mustAgree ? "Agree and pay" : "Continue to payment:"} ${formatCents(total)}`;
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
