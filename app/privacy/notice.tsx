import { Link } from "@remix-run/react";
import type { ComponentProps } from "react";
import { href } from "~/addresses/href";
import { Container, PageHeader, PageSection } from "~/ui/page";
import { KeptTable } from "./kept-table";

type Props = { shop: { name: string; sponsor: string; address: string[]; email: string; phone: string } };

/** What is kept about people, in plain words; the table is the one that the daily job deletes by. */
export function PrivacyNotice({ shop: { name, sponsor, address, email, phone } }: Props) {
  const mail = <a href={`mailto:${email}`}>{email}</a>;
  return (
    <Container narrow>
      <PageHeader title="Privacy">
        <p>What {name} keeps about you, why, for how long, and how to get it or erase it.</p>
      </PageHeader>
      <div className="space-y-10">
        <Section id="who" title="Who is responsible">
          <p>
            {sponsor}, {address.join(", ")}; {mail}, {phone}.
          </p>
        </Section>
        <Section id="what" title="What we keep, why, and for how long">
          <p>
            We keep what you type in and what you do in your courses. We use no advertising and no tracking, and only
            cookies for your cart, your sign-in, and to recognize a device you have signed in on. A job deletes the data
            in this table every day.
          </p>
          <KeptTable />
        </Section>
        <Section id="who-gets-it" title="Who gets it">
          <ul>
            <li>Stripe processes your payment: it gets your e-mail address, what you buy, and where we mail it.</li>
            <li>Our mail server gets the e-mails that we send you.</li>
            <li>Carriers get the address on your parcel.</li>
            <li>If you dispute a payment, your bank gets your order and your own use of it.</li>
            <li>
              Anyone with a certificate’s verification address sees the name, course, date, and credits on it. Nobody
              else gets your data, and we don’t sell it.
            </li>
          </ul>
        </Section>
        <Section id="rights" title="Your rights, and how to use them">
          <p>
            Sign in and choose <Link to={href("accountPrivacy")}>Your data</Link> to download everything we keep under
            your e-mail address, or to erase it. You can also write to {mail}. We erase your data unless the law or the
            approvers of our courses require us to keep it. While an order is open, nothing can be erased: that page
            says what has to end first.
          </p>
          <p>If something about you is wrong, correct it on the course’s page, or write to us.</p>
        </Section>
      </div>
    </Container>
  );
}

function Section({ children, ...section }: ComponentProps<typeof PageSection>) {
  return (
    <PageSection {...section}>
      <div className="max-w-prose space-y-4 [&_li]:ml-5 [&_ul]:list-disc">{children}</div>
    </PageSection>
  );
}
