import { Link, NavLink } from "@remix-run/react";
import { Container } from "~/ui/page";

const places = [
  { to: "/catalog", label: "Catalog" },
  { to: "/listings", label: "Listings" },
  { to: "/structured-education", label: "Structured education" },
  { to: "/cqr", label: "CQR" },
  { to: "/faq", label: "FAQ" },
];

type Props = { shop: { name: string; mode: string }; cartUnits: number };

export function SiteHeader({ shop, cartUnits }: Props) {
  return (
    <header className="border-b border-line bg-surface print:hidden">
      {shop.mode === "live" ? null : (
        <p className="bg-ink px-4 py-1 text-center text-sm text-paper">
          Demonstration shop: no money moves, certificates do not count.
        </p>
      )}
      <Container className="flex flex-wrap items-center gap-x-8 gap-y-2 py-4">
        <Link to="/" className="font-serif text-2xl font-medium text-ink no-underline">
          {shop.name}
        </Link>
        <nav aria-label="Main" className="order-last w-full sm:order-none sm:w-auto">
          <ul className="flex flex-wrap gap-x-5">
            {places.map(({ to, label }) => (
              <li key={to}>
                <NavLink
                  to={to}
                  className="inline-block py-2 text-ink no-underline hover:underline aria-[current=page]:underline"
                >
                  {label}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <Link to="/cart" className="ml-auto inline-block py-2 font-semibold">
          Cart{cartUnits > 0 ? ` (${cartUnits})` : ""}
        </Link>
      </Container>
    </header>
  );
}
