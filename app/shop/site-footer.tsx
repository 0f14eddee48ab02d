import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { Container } from "~/ui/page";
import { footerPlaces } from "./places";

type Props = { shop: { name: string; tagline: string; email: string; phone: string; address: string[] } };

export function SiteFooter({ shop }: Props) {
  return (
    <footer className="mt-auto border-t border-line bg-sunken py-12 text-sm print:hidden">
      <Container className="grid gap-x-8 gap-y-10 sm:grid-cols-3 lg:grid-cols-[2fr_1fr_1fr_1fr]">
        <div className="space-y-3 sm:col-span-3 lg:col-span-1">
          <p className="max-w-xs font-serif text-2xl leading-tight">{shop.name}</p>
          <address className="text-muted not-italic">
            {shop.address.map((line) => (
              <span key={line} className="block">
                {line}
              </span>
            ))}
            <a href={`mailto:${shop.email}`} className="inline-block py-1">
              {shop.email}
            </a>
            <span className="block">{shop.phone}</span>
          </address>
        </div>
        {footerPlaces.map(({ title, places }) => (
          <nav key={title} aria-label={title}>
            <p className="font-semibold">{title}</p>
            <ul className="mt-2">
              {places.map(({ to, label }) => (
                <li key={to}>
                  <Link to={to} className="inline-block py-1 text-ink no-underline hover:underline">
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        ))}
        <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2 border-t border-line pt-6 text-muted sm:col-span-3 lg:col-span-4">
          <p className="max-w-prose">
            Credit totals are a planning aid; the American Registry of Radiologic Technologists (ARRT) decides what
            counts. This shop is independent of ARRT and ASRT.
          </p>
          <Link to={href("staffSignIn")} className="inline-block py-1 text-muted no-underline hover:underline">
            Staff sign-in
          </Link>
        </div>
      </Container>
    </footer>
  );
}
