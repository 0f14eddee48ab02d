import { Link } from "@remix-run/react";
import { formatDay, formatInstant } from "~/core/dates";
import { classes } from "~/ui/classes";
import type { Bar } from "./calendar-bars";
import type { Calendar } from "./promotion-calendar.server";
import { kinds } from "./promotion-kinds";
import { Nothing, Panel, StaffPage } from "./staff-page";
import { PromotionBadge } from "./state-badge";
import { Table } from "./table";

export function PromotionCalendarView({ calendar: { timeZone, weeks, rows, meetings } }: { calendar: Calendar }) {
  return (
    <StaffPage
      title="Calendar"
      back={{ to: "/staff/promotions", label: "All promotions" }}
      aside={<Link to="/staff/promotions/simulator">Simulator</Link>}
    >
      <Panel id="weeks" title={`The next ${weeks.length} weeks`}>
        {rows.length > 0 ? (
          <>
            <Weeks weeks={weeks} />
            <ul className="divide-y divide-line border-y border-line bg-surface">
              {rows.map(({ id, name, kind, what, state, startsAt, endsAt, bar }) => (
                <li key={id} className="grid gap-x-6 gap-y-2 px-3 py-3 lg:grid-cols-[24rem_1fr]">
                  <div className="min-w-0 text-sm">
                    <Link to={`/staff/promotions/${id}`} className="inline-block py-0.5 font-semibold">
                      {name}
                    </Link>{" "}
                    <PromotionBadge state={state} />
                    <p className="text-muted">
                      {kinds[kind].title}
                      {what === name ? "" : `: ${what}`}
                    </p>
                    <p className="tabular text-muted">
                      {formatInstant(startsAt, timeZone)} to {formatInstant(endsAt, timeZone)}
                    </p>
                  </div>
                  <Strip bar={bar} isSure={state !== "draft" && state !== "paused"} weeks={weeks.length} />
                </li>
              ))}
            </ul>
          </>
        ) : (
          <Nothing>
            Nothing runs and nothing is planned. <Link to="/staff/promotions/new">Make a promotion</Link>.
          </Nothing>
        )}
      </Panel>
      <Panel id="meetings" title="Where promotions meet">
        {meetings.length > 0 ? (
          <Table
            caption="Promotions that run at the same time on the same courses"
            rows={meetings}
            rowKey={({ one, other }) => `${one.id} ${other.id}`}
            columns={[
              {
                label: "Promotions",
                cell: ({ one, other }) => (
                  <>
                    <Link to={`/staff/promotions/${one.id}`}>{one.name}</Link> and{" "}
                    <Link to={`/staff/promotions/${other.id}`}>{other.name}</Link>
                  </>
                ),
              },
              {
                label: "Courses",
                cell: ({ courses, more }) => [...courses, ...(more > 0 ? [`${more} more`] : [])].join(", "),
              },
              { label: "From", cell: ({ from }) => formatInstant(from, timeZone) },
              { label: "To", cell: ({ to }) => formatInstant(to, timeZone) },
              { label: "What happens", cell: ({ words }) => words },
            ]}
          />
        ) : (
          <Nothing>Nowhere: no two promotions run at the same time on the same course.</Nothing>
        )}
      </Panel>
    </StaffPage>
  );
}

/** Each week's Monday above its part of the strips. */
function Weeks({ weeks }: { weeks: string[] }) {
  return (
    <div aria-hidden="true" className="hidden gap-x-6 px-3 text-xs text-muted lg:grid lg:grid-cols-[24rem_1fr]">
      <div />
      <div className="flex">
        {weeks.map((monday) => (
          <span key={monday} className="flex-1 border-l border-line pl-1">
            {formatDay(monday).replace(/,.*/, "")}
          </span>
        ))}
      </div>
    </div>
  );
}

/** Decoration: the dates stand beside it. */
function Strip({ bar, isSure, weeks }: { bar: Bar | undefined; isSure: boolean; weeks: number }) {
  const grid = Array.from({ length: weeks }, (_, week) => `M${(week / weeks) * 100} 0v10`).join("");
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      className="h-6 w-full self-center bg-sunken"
    >
      <path d={grid} className="stroke-line" vectorEffect="non-scaling-stroke" />
      {bar ? (
        <rect
          x={bar.start}
          y="2"
          width={bar.width}
          height="6"
          className={classes(isSure ? "fill-film" : "fill-line-strong")}
        />
      ) : null}
    </svg>
  );
}
