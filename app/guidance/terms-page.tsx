import { Link } from "@remix-run/react";
import type { ComponentProps } from "react";
import { href } from "~/addresses/href";
import { formatDay } from "~/core/dates";
import { termsVersion } from "~/shop/terms-version";
import { Container, PageHeader, PageSection } from "~/ui/page";
import { Prose } from "./article";

type Props = {
  shop: {
    name: string;
    sponsor: string;
    address: string[];
    email: string;
    phone: string;
    refundDays: number;
    taxMode: "none" | "stripe";
  };
};

/** What a buyer agrees to. A change to the text needs a new version (`shop/terms-version.ts`). */
export function TermsPage({ shop }: Props) {
  const { name, sponsor, address, email, phone, refundDays, taxMode } = shop;
  return (
    <Container narrow>
      <PageHeader title="Terms and refund policy">
        <p>In plain English. You agree to these terms when you buy from {name}.</p>
      </PageHeader>
      <div className="space-y-10">
        <Section id="seller" title="Seller">
          <p>
            {sponsor}, {address.join(", ")}; <a href={`mailto:${email}`}>{email}</a>, {phone}.
          </p>
        </Section>
        <Section id="what" title="What you buy">
          <p>
            Each unit of a course entitles one person to its text (with an eBook or book), its post-test, and, after
            passing the test, a certificate. You can name the learner at checkout or later, and change the learner until
            that person starts the test. After that, a unit can’t be shared or transferred.
          </p>
          <p>
            The course page shows its credits, its approver, and the last day of its approval. A test can be taken and a
            certificate issued only through that day. We don’t decide what counts toward your credential; its registry
            does.
          </p>
          <p>
            You have three attempts at a post-test, and 75 percent of the answers must be correct. The same activity
            can’t earn one person credit twice.
          </p>
        </Section>
        <Section id="price" title="Prices, payment, and tax">
          <p>
            Prices are in US dollars. You see the full total, with shipping and tax, before you pay; we never charge
            more unless you agree to it. Once you continue to payment, sale units and prices are held for about 30
            minutes. If a payment arrives later and the units are gone, we refund the full amount.
          </p>
          <p>
            Stripe processes payments; we never see your card number.{" "}
            {taxMode === "stripe"
              ? "Stripe calculates sales tax for the address we mail to, or for your location."
              : "No sales tax is charged."}
          </p>
        </Section>
        <Section id="delivery" title="Delivery">
          <p>
            eBooks and post-tests open as soon as your payment is confirmed, from the link in our e-mail. Books are
            mailed to the address you enter; we e-mail you when a parcel is mailed. You don’t have to wait for it to
            take the test.
          </p>
          <p>
            A gift goes to the person you name. We tell that person your name and your message, but not what you paid.
          </p>
        </Section>
        <Section id="refunds" title="Refunds">
          <ul>
            <li>
              Within {refundDays} days of payment, you can get a refund for each unit that has no certificate. Ask on
              your order page, or write to <a href={`mailto:${email}`}>{email}</a> with your order number; telling us
              why helps.
            </li>
            <li>Once a certificate is issued for a unit, that unit can’t be refunded.</li>
            <li>
              You get back what you paid for the unit after discounts, plus its tax; access to the unit’s course may
              end. The refund goes to the card you paid with; banks can take up to ten days.
            </li>
            <li>Shipping is refunded if nothing has shipped yet, or if we sent something wrong or damaged.</li>
          </ul>
        </Section>
        <Section id="data" title="Your data">
          <p>
            We keep what we need for the order, your certificates (at least four years, as continuing education
            requires), and our accounting. Stripe gets what it needs for the payment, and carriers get the address. We
            don’t sell your data. Anyone with a certificate’s verification address can see its name, course, date, and
            credits.
          </p>
        </Section>
        <p className="border-t border-line pt-4 text-sm text-muted">
          Version of {formatDay(termsVersion)}. Your order keeps the version you agreed to. Questions? See the{" "}
          <Link to={href("faq")}>FAQ</Link>, or contact us.
        </p>
      </div>
    </Container>
  );
}

function Section({ children, ...section }: ComponentProps<typeof PageSection>) {
  return (
    <PageSection {...section}>
      <Prose>{children}</Prose>
    </PageSection>
  );
}
