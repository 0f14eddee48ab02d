import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { href } from "~/addresses/href";
import { formatDay } from "~/core/dates";
import { termsVersion } from "~/shop/terms-version";
import { Container, PageHeader } from "~/ui/page";
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

/** What a buyer agrees to. Whoever changes the words gives them a new version (`shop/terms-version.ts`). */
export function TermsPage({ shop }: Props) {
  const { name, sponsor, address, email, phone, refundDays, taxMode } = shop;
  return (
    <Container narrow>
      <PageHeader title="Terms and refund policy">
        <p>In plain words. You agree to them when you buy at {name}.</p>
      </PageHeader>
      <div className="space-y-10">
        <Section id="seller" title="Who sells to you">
          <p>
            {sponsor}, {address.join(", ")}; <a href={`mailto:${email}`}>{email}</a>, {phone}.
          </p>
        </Section>
        <Section id="what" title="What you buy">
          <p>
            Each unit of a course is one person’s right to its text (with an eBook or a book), to its post-test and,
            once the test is passed, to a certificate. Who learns can be named at checkout or later, until that person
            begins the test. A unit can’t be shared or passed on after that.
          </p>
          <p>
            The course’s page says its credits, its approver and until when it is approved. A test can be taken and a
            certificate issued up to that day only. We do not decide what counts for your credential; its registry does.
          </p>
          <p>
            There are three attempts at a post-test, and 75 percent of the answers must be right. The same activity
            can’t be credited to one person twice.
          </p>
        </Section>
        <Section id="price" title="Prices, payment and tax">
          <p>
            Prices are in US dollars. You see the whole total, with mailing and tax, before you pay; a higher one is
            never charged unless you agree to it. Once you go on to payment, sale units and prices are held for about 30
            minutes. If a payment comes later and the units are gone, the whole amount is refunded.
          </p>
          <p>
            Payments are taken by Stripe; we never see your card.{" "}
            {taxMode === "stripe"
              ? "Sales tax is computed by Stripe for the address to which we mail, or for where you are."
              : "No sales tax is charged."}
          </p>
        </Section>
        <Section id="delivery" title="How you get it">
          <p>
            eBooks and post-tests open as soon as the payment is confirmed, by the link in our e-mail. Books go by mail
            to the address that you give; we write when a parcel has left. You need not wait for it to take the test.
          </p>
          <p>
            A gift goes to the person whom you name. We give that person your name and your message, and nothing of what
            you paid.
          </p>
        </Section>
        <Section id="refunds" title="Refunds">
          <ul>
            <li>
              Within {refundDays} days of payment you can have your money back for each unit for which no certificate
              was issued. Ask on your order’s page, or write to <a href={`mailto:${email}`}>{email}</a> with your
              order’s number; a word about why helps us.
            </li>
            <li>Once a certificate was issued for a unit, that unit is not refunded.</li>
            <li>
              You get back what was paid for the unit, discounts counted, with its tax; the unit’s course may be closed
              then. It goes to the card that paid; banks take up to ten days.
            </li>
            <li>Mailing is refunded where nothing has left yet, or where we sent something wrong or damaged.</li>
          </ul>
        </Section>
        <Section id="data" title="Your data">
          <p>
            We keep what is needed for the order, for your certificates (at least four years, as continuing education
            requires) and for the books. Stripe gets what it needs for the payment, carriers get the address. We sell
            nothing of it. Whoever has a certificate’s verification address sees its name, course, date and credits.
          </p>
        </Section>
        <p className="border-t border-line pt-4 text-sm text-muted">
          Version of {formatDay(termsVersion)}. Your order keeps the version that you agreed to. Questions? See the{" "}
          <Link to={href("faq")}>FAQ</Link>, or write to us.
        </p>
      </div>
    </Container>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-6">
      <h2 id={`${id}-title`} className="text-2xl sm:text-3xl">
        {title}
      </h2>
      <div className="mt-4">
        <Prose>{children}</Prose>
      </div>
    </section>
  );
}
