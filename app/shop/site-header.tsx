import { Link, NavLink, useLocation } from "@remix-run/react";
import { href } from "~/addresses/href";
import { Container } from "~/ui/page";
import { mainPlaces } from "./places";

type Props = { shop: { name: string; mode: string }; cartUnits: number; isSignedIn: boolean };

export function SiteHeader({ shop, cartUnits, isSignedIn }: Props) {
  return (
    <header className="relative z-10 print:hidden">
      {shop.mode === "live" ? null : (
        <p className="bg-ink px-4 py-1 text-center text-xs text-balance text-paper sm:text-sm">
          Demonstration shop: no money moves, certificates do not count.
          {shop.mode === "demo" ? (
            <>
              {" "}
              <Link to={href("devMail")} className="text-paper">
                Read its mail.
              </Link>
            </>
          ) : null}
        </p>
      )}
      <div className="relative border-b border-line bg-surface">
        <Container className="flex items-center gap-x-2.5 py-3 sm:gap-x-5 lg:gap-x-10 lg:py-5">
          <Link to={href("home")} className="mr-auto flex items-center gap-2 text-ink sm:gap-2.5 no-underline lg:mr-0">
            <Mark />
            <span className="font-serif text-[0.9375rem] leading-tight font-medium sm:text-xl lg:text-2xl">
              {shop.name}
            </span>
          </Link>
          <nav aria-label="Main" className="hidden lg:block">
            <Places className="flex gap-x-6" />
          </nav>
          <Link
            to={accountPlace(isSignedIn).to}
            className="hidden py-1.5 whitespace-nowrap text-ink no-underline hover:underline lg:ml-auto lg:block"
          >
            {accountPlace(isSignedIn).label}
          </Link>
          <CartLink units={cartUnits} />
          <PhoneMenu isSignedIn={isSignedIn} />
        </Container>
      </div>
    </header>
  );
}

function accountPlace(isSignedIn: boolean) {
  return isSignedIn ? { to: href("account"), label: "My courses" } : { to: href("accountSignIn"), label: "Sign in" };
}

/** The collimator's crosshair in its light field. */
function Mark() {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 32 32"
      className="size-7 shrink-0 sm:size-8 fill-none stroke-film"
      strokeWidth="1.6"
    >
      <rect x="7" y="7" width="18" height="18" />
      <path d="M16 1v10M16 21v10M1 16h10M21 16h10" />
      <circle cx="16" cy="16" r="1.6" className="fill-film stroke-none" />
    </svg>
  );
}

function Places({ places = mainPlaces, className }: { places?: typeof mainPlaces; className: string }) {
  return (
    <ul className={className}>
      {places.map(({ to, label }) => (
        <li key={to}>
          <NavLink
            to={to}
            className="block py-2.5 whitespace-nowrap text-ink no-underline decoration-film decoration-2 underline-offset-8 hover:underline aria-[current=page]:underline lg:py-1.5"
          >
            {label}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}

function CartLink({ units }: { units: number }) {
  return (
    <Link
      to={href("cart")}
      className="inline-flex min-h-11 items-center gap-1.5 font-semibold text-ink sm:gap-2 no-underline hover:underline"
    >
      <svg
        aria-hidden="true"
        viewBox="0 0 20 20"
        className="hidden size-5 fill-none stroke-current sm:block"
        strokeWidth="1.5"
      >
        <path d="M3.5 6.5h13l-1 11h-11zM7 8.5v-3a3 3 0 0 1 6 0v3" />
      </svg>
      Cart
      <span role="status" className="tabular">
        {units > 0 ? (
          <span className="inline-flex h-6 min-w-6 items-center justify-center rounded-full bg-film px-1.5 text-sm text-on-film">
            {units}
            <span className="sr-only"> {units === 1 ? "unit" : "units"} in the cart</span>
          </span>
        ) : null}
      </span>
    </Link>
  );
}

/** Opens without JavaScript; a new page closes it. */
function PhoneMenu({ isSignedIn }: { isSignedIn: boolean }) {
  const { key } = useLocation();
  return (
    <details key={key} className="group lg:hidden">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-1.5 font-semibold sm:gap-2 [&::-webkit-details-marker]:hidden">
        <svg aria-hidden="true" viewBox="0 0 20 20" className="size-5 stroke-current" strokeWidth="1.5">
          <path d="M2 5.5h16M2 10h16M2 14.5h16" className="group-open:hidden" />
          <path d="M4 4l12 12M16 4L4 16" className="hidden group-open:block" />
        </svg>
        Menu
      </summary>
      <nav
        aria-label="Main"
        className="absolute inset-x-0 top-full border-y border-line bg-surface px-4 py-3 shadow-cover sm:px-6"
      >
        <Places places={[...mainPlaces, accountPlace(isSignedIn)]} className="divide-y divide-line text-lg" />
      </nav>
    </details>
  );
}
