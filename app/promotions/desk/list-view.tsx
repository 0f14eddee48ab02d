import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { formatInstant } from "~/core/dates";
import { formatCents } from "~/core/money";
import { capitalized } from "~/ui/desk/badge";
import { ChoiceFilter, ListFilter } from "~/ui/desk/list-filter";
import { NoRows, StaffPage } from "~/ui/desk/page";
import { Table } from "~/ui/desk/table";
import { kindTitle } from "../kinds/describe-terms";
import { isCounted, promotionKinds } from "../kinds/kinds";
import { promotionStates } from "../store/state";
import type { PromotionRow } from "./promotions.server";
import type { PromotionsQuery } from "./query";
import { PromotionBadge } from "./state-badge";

type Props = { promotions: PromotionRow[]; timeZone: string };

export function PromotionListView({ query, promotions, timeZone }: Props & { query: PromotionsQuery }) {
  const isFiltered = query.state !== undefined || query.kind !== undefined;
  return (
    <StaffPage
      title="Promotions"
      aside={
        <nav aria-label="Promotions" className="flex flex-wrap gap-x-5 text-sm">
          <Link to={href("staffNewPromotion")} className="inline-block py-1 font-semibold">
            New promotion
          </Link>
          <Link to={href("staffCalendar")} className="inline-block py-1">
            Calendar
          </Link>
          <Link to={href("staffSimulator")} className="inline-block py-1">
            Simulator
          </Link>
        </nav>
      }
    >
      <ListFilter found={promotions.length === 1 ? "1 promotion" : `${promotions.length} promotions`}>
        <ChoiceFilter name="state" label="Status" value={query.state} options={states} />
        <ChoiceFilter name="kind" label="Type" value={query.kind} options={kindOptions} />
      </ListFilter>
      {promotions.length > 0 ? (
        <PromotionTable promotions={promotions} timeZone={timeZone} />
      ) : isFiltered ? (
        <NoRows>
          No promotions match. <Link to={href("staffPromotions")}>Show all promotions</Link>.
        </NoRows>
      ) : (
        <NoRows>
          There are no promotions yet. <Link to={href("staffNewPromotion")}>Create the first one</Link>.
        </NoRows>
      )}
    </StaffPage>
  );
}

const states = promotionStates.map((state) => ({ value: state, label: capitalized(state) }));
const kindOptions = promotionKinds.map((kind) => ({ value: kind, label: kindTitle(kind) }));

/** "Left" is the figure that checkout uses, so shoppers see the same one. */
export function PromotionTable({ promotions, timeZone }: Props) {
  return (
    <Table
      caption="Promotions with current figures"
      rows={promotions}
      rowKey={({ id }) => id}
      columns={[
        {
          label: "Promotion",
          cell: ({ id, name, what, isFeatured }) => (
            <>
              <Link to={href("staffPromotion", { promotion: id })} className="inline-block py-0.5">
                {name}
              </Link>
              {isFeatured ? <span className="font-normal text-muted"> featured</span> : null}
              {what === name ? null : <div className="font-normal text-muted">{what}</div>}
            </>
          ),
        },
        { label: "Type", cell: ({ kind }) => kindTitle(kind) },
        { label: "Status", cell: ({ state }) => <PromotionBadge state={state} /> },
        {
          label: "Sold",
          cell: ({ kind, sold, units }) => (isCounted(kind) ? sold : units),
          isFigure: true,
        },
        { label: "Held", cell: ({ kind, held }) => (isCounted(kind) ? held : ""), isFigure: true },
        {
          label: "Left",
          cell: ({ unitsLeft, limit }) =>
            unitsLeft === undefined ? "" : <strong>{`${unitsLeft} of ${limit}`}</strong>,
          isFigure: true,
        },
        { label: "Revenue", cell: ({ revenue }) => formatCents(revenue), isFigure: true },
        { label: "Discounts", cell: ({ discount }) => formatCents(discount), isFigure: true },
        { label: "Starts", cell: ({ startsAt }) => formatInstant(startsAt, timeZone) },
        { label: "Ends", cell: ({ endsAt }) => formatInstant(endsAt, timeZone) },
      ]}
    />
  );
}
