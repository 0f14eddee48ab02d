import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { formatDay, formatInstant } from "~/core/dates";
import { NoRows, Panel, StaffPage } from "~/ui/desk/page";
import { Table } from "~/ui/desk/table";
import { kindTitle } from "../../kinds/describe-terms";
import { PromotionBadge } from "../state-badge";
import type { Calendar } from "./calendar.server";
import { CalendarStrip, CalendarWeeks } from "./strip";

export function PromotionCalendarView({ calendar }: { calendar: Calendar }) {
  const { timeZone, weeks, lastDay, nowAt, rows, later, earlierFrom, laterFrom, overlaps } = calendar;
  return (
    <StaffPage
      title="Calendar"
      back={{ to: href("staffPromotions"), label: "All promotions" }}
      aside={<Link to={href("staffSimulator")}>Simulator</Link>}
    >
      <Panel id="weeks" title={`${formatDay(weeks[0] ?? lastDay)} to ${formatDay(lastDay)}`}>
        <nav aria-label="Weeks" className="flex flex-wrap gap-x-5 pb-2 text-sm">
          <Link to={href("staffCalendar", { from: earlierFrom })} className="inline-block py-1" rel="prev">
            Earlier weeks
          </Link>
          {nowAt === undefined ? (
            <Link to={href("staffCalendar")} className="inline-block py-1">
              This week
            </Link>
          ) : null}
          <Link to={href("staffCalendar", { from: laterFrom })} className="inline-block py-1" rel="next">
            Later weeks{later > 0 ? ` (${later})` : ""}
          </Link>
        </nav>
        {rows.length > 0 ? (
          <>
            <CalendarWeeks weeks={weeks} />
            <ul className="divide-y divide-line border-y border-line bg-surface">
              {rows.map(({ id, name, kind, what, state, startsAt, endsAt, bar }) => (
                <li key={id} className="grid gap-x-6 gap-y-2 px-3 py-3 lg:grid-cols-[24rem_1fr]">
                  <div className="min-w-0 text-sm">
                    <Link to={href("staffPromotion", { promotion: id })} className="inline-block py-0.5 font-semibold">
                      {name}
                    </Link>{" "}
                    <PromotionBadge state={state} />
                    <p className="text-muted">
                      {kindTitle(kind)}
                      {what === name ? "" : `: ${what}`}
                    </p>
                    <p className="tabular text-muted">
                      {formatInstant(startsAt, timeZone)} to {formatInstant(endsAt, timeZone)}
                    </p>
                  </div>
                  <CalendarStrip
                    bar={bar}
                    isSure={state !== "draft" && state !== "paused"}
                    weeks={weeks.length}
                    nowAt={nowAt}
                  />
                </li>
              ))}
            </ul>
          </>
        ) : (
          <NoRows>
            Nothing runs in these weeks. <Link to={href("staffNewPromotion")}>Create a promotion</Link>.
          </NoRows>
        )}
      </Panel>
      <Panel id="overlaps" title="Overlaps">
        {overlaps.length > 0 ? (
          <Table
            caption="Promotions that run at the same time on the same courses"
            rows={overlaps}
            rowKey={({ one, other }) => `${one.id} ${other.id}`}
            columns={[
              {
                label: "Promotions",
                cell: ({ one, other }) => (
                  <>
                    <Overlapping promotion={one} /> and <Overlapping promotion={other} />
                  </>
                ),
              },
              {
                label: "Courses",
                cell: ({ courses, more }) => [...courses, ...(more > 0 ? [`${more} more`] : [])].join(", "),
              },
              { label: "From", cell: ({ from }) => formatInstant(from, timeZone) },
              { label: "To", cell: ({ to }) => formatInstant(to, timeZone) },
              { label: "What happens", cell: ({ effect }) => effect },
            ]}
          />
        ) : (
          <NoRows>No two promotions run at the same time on the same course.</NoRows>
        )}
      </Panel>
    </StaffPage>
  );
}

/** Names drafts and paused promotions as such: their overlaps are only planned. */
function Overlapping({ promotion: { id, name, state } }: { promotion: Calendar["overlaps"][number]["one"] }) {
  return (
    <>
      <Link to={href("staffPromotion", { promotion: id })}>{name}</Link>
      {state === "draft" || state === "paused" ? <span className="font-normal"> ({state})</span> : null}
    </>
  );
}
