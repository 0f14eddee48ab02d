import { Form, Link, NavLink } from "@remix-run/react";
import { href } from "~/addresses/href";

const places = [
  { to: href("staff"), label: "Overview", end: true },
  { to: href("staffOrders"), label: "Orders" },
  { to: href("staffRefundRequests"), label: "Refund requests" },
  { to: href("staffDisputes"), label: "Disputes" },
  { to: href("staffPromotions"), label: "Promotions" },
  { to: href("staffBooks"), label: "Books" },
  { to: href("staffLedger"), label: "Ledger" },
  { to: href("staffShipping"), label: "Shipping" },
  { to: href("staffSettings"), label: "Settings" },
  { to: href("staffFailedMessages"), label: "Failed messages" },
  { to: href("staffAudit"), label: "Audit" },
  { to: href("staffPrivacy"), label: "Personal data" },
];

export type StaffHeaderData = { shop: { name: string; mode: string }; staff: { name: string; email: string } };

/** The staff area's header: who is signed in, the sections, and sign-out. */
export function StaffHeader({ shop, staff }: StaffHeaderData) {
  return (
    <header className="border-b border-line-strong bg-surface print:hidden">
      <div className="mx-auto flex w-full max-w-7xl flex-wrap items-center gap-x-4 px-4 pt-3 text-sm sm:px-6">
        <Link to={href("home")} className="inline-block py-1 text-ink no-underline hover:underline">
          {shop.name}
        </Link>
        <span className="bg-ink px-2 py-0.5 font-semibold text-paper">Staff</span>
        {shop.mode === "live" ? null : <span className="text-muted">Demo: no real payments</span>}
        <div className="flex w-full items-center justify-between gap-3 sm:ml-auto sm:w-auto">
          <span className="min-w-0 truncate text-muted" title={staff.name}>
            {staff.email}
          </span>
          <Form method="post" action={href("staffSignOut")}>
            <button type="submit" className="min-h-8 cursor-pointer py-1 text-film underline hover:text-film-strong">
              Sign out
            </button>
          </Form>
        </div>
      </div>
      <nav aria-label="Staff" className="mx-auto w-full max-w-7xl px-2 sm:px-4">
        <ul className="flex flex-wrap">
          {places.map(({ to, label, end }) => (
            <li key={to}>
              <NavLink
                to={to}
                end={end}
                className="inline-block border-b-3 border-transparent px-2 py-2 text-ink no-underline hover:border-line-strong aria-[current=page]:border-film aria-[current=page]:font-semibold"
              >
                {label}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
