import { Link } from "@remix-run/react";
import { formatInstant } from "~/core/dates";
import { formatCents } from "~/core/money";
import { kinds, kindsInOrder } from "./promotion-kinds";
import type { PromotionRow } from "./promotions.server";
import { Nothing, StaffPage } from "./staff-page";
import { PromotionBadge } from "./state-badge";
import { Table } from "./table";

type Props = { promotions: PromotionRow[]; timeZone: string };

export function PromotionListView({ promotions, timeZone }: Props) {
  return (
    <StaffPage
      title="Promotions"
      aside={
        <nav aria-label="Promotions" className="flex flex-wrap gap-x-5 text-sm">
          <Link to="/staff/promotions/new" className="inline-block py-1 font-semibold">
            New promotion
          </Link>
          <Link to="/staff/promotions/calendar" className="inline-block py-1">
            Calendar
          </Link>
          <Link to="/staff/promotions/simulator" className="inline-block py-1">
            Simulator
          </Link>
        </nav>
      }
    >
      {promotions.length > 0 ? (
        <PromotionTable promotions={promotions} timeZone={timeZone} />
      ) : (
        <Nothing>
          There are no promotions yet. <Link to="/staff/promotions/new">Make the first one</Link>.
        </Nothing>
      )}
    </StaffPage>
  );
}

/** Left is the figure that checkout uses: a shopper sees the same one. */
export function PromotionTable({ promotions, timeZone }: Props) {
  return (
    <Table
      caption="Promotions with their figures now"
      rows={promotions}
      rowKey={({ id }) => id}
      columns={[
        {
          label: "Promotion",
          cell: ({ id, name, what, isFeatured }) => (
            <>
              <Link to={`/staff/promotions/${id}`} className="inline-block py-0.5">
                {name}
              </Link>
              {isFeatured ? <span className="font-normal text-muted"> featured</span> : null}
              {what === name ? null : <div className="font-normal text-muted">{what}</div>}
            </>
          ),
        },
        { label: "Kind", cell: ({ kind }) => kinds[kind].title },
        { label: "State", cell: ({ state }) => <PromotionBadge state={state} /> },
        {
          label: "Sold",
          cell: ({ kind, sold, units }) => (kind === "limited-sale" || kind === "coupon" ? sold : units),
          isFigure: true,
        },
        { label: "Held", cell: ({ held }) => held, isFigure: true },
        {
          label: "Left",
          cell: ({ unitsLeft, limit }) =>
            unitsLeft === undefined ? "" : <strong>{`${unitsLeft} of ${limit}`}</strong>,
          isFigure: true,
        },
        { label: "Revenue", cell: ({ revenue }) => formatCents(revenue), isFigure: true },
        { label: "Given", cell: ({ discount }) => formatCents(discount), isFigure: true },
        { label: "Starts", cell: ({ startsAt }) => formatInstant(startsAt, timeZone) },
        { label: "Ends", cell: ({ endsAt }) => formatInstant(endsAt, timeZone) },
      ]}
    />
  );
}

/** The first step of a new promotion: what kind it is, each with an example. */
export function KindChoice() {
  return (
    <StaffPage title="New promotion" back={{ to: "/staff/promotions", label: "All promotions" }}>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {kindsInOrder.map((kind) => (
          <li key={kind} className="relative border border-line-strong bg-surface p-4 hover:bg-sunken">
            <h2 className="text-xl">
              <Link to={`/staff/promotions/new?kind=${kind}`} className="after:absolute after:inset-0">
                {kinds[kind].title}
              </Link>
            </h2>
            <p className="text-sm text-muted">{kinds[kind].example}</p>
          </li>
        ))}
      </ul>
    </StaffPage>
  );
}
