import { Form, NavLink } from "@remix-run/react";
import type { ReactNode } from "react";
import { href } from "~/addresses/href";
import { Button } from "~/ui/button";
import { Container, PageHeader } from "~/ui/page";

const places = [
  { to: href("account"), label: "Courses and certificates", end: true },
  { to: href("accountOrders"), label: "Orders and receipts" },
  { to: href("accountPrivacy"), label: "Your data" },
];

/** Layout of the account pages: who is signed in, navigation, and sign-out. */
export function AccountFrame({ email, children }: { email: string; children: ReactNode }) {
  return (
    <Container>
      <PageHeader title="Your account">
        <p className="wrap-anywhere">{email}</p>
      </PageHeader>
      <nav aria-label="Account" className="mb-8 border-b border-line-strong">
        <ul className="flex flex-wrap gap-x-6">
          {places.map(({ to, label, end }) => (
            <li key={to}>
              <NavLink
                to={to}
                end={end}
                className="inline-block border-b-3 border-transparent py-2 text-ink no-underline hover:border-line-strong aria-[current=page]:border-film aria-[current=page]:font-semibold"
              >
                {label}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      {children}
      <section aria-labelledby="sign-out" className="mt-16 border-t border-line pt-6">
        <h2 id="sign-out" className="text-xl">
          Signed in on this device
        </h2>
        <p className="mt-1 max-w-prose text-sm text-muted">
          You stay signed in for 30 days after your last visit, 90 days at most. On a shared computer, sign out.
        </p>
        <Form method="post" action={href("accountSignOut")} className="mt-4 flex flex-wrap gap-3">
          <Button look="quiet">Sign out</Button>
          <Button look="plain" name="everywhere" value="yes">
            Sign out on all devices
          </Button>
        </Form>
      </section>
    </Container>
  );
}
