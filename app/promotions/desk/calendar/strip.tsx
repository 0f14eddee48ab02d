import { formatDay } from "~/core/dates";
import type { Bar } from "./bars";

/** Each week's Monday, above its part of the strip. */
export function CalendarWeeks({ weeks }: { weeks: string[] }) {
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

type StripProps = { bar: Bar | undefined; isSure: boolean; weeks: number; nowAt: number | undefined };

/** Decoration on wide screens, next to the dates. Drafts and paused promotions are hollow. */
export function CalendarStrip({ bar, isSure, weeks, nowAt }: StripProps) {
  const grid = Array.from({ length: weeks }, (_, week) => `M${(week / weeks) * 100} 0v10`).join("");
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      className="hidden h-8 w-full self-center bg-sunken lg:block"
    >
      <path d={grid} className="stroke-line" vectorEffect="non-scaling-stroke" />
      {bar ? (
        <rect
          x={bar.start}
          y="2"
          width={bar.width}
          height="6"
          vectorEffect="non-scaling-stroke"
          className={isSure ? "fill-film stroke-film" : "fill-surface stroke-line-strong"}
        />
      ) : null}
      {nowAt === undefined ? null : (
        <path d={`M${nowAt} 0v10`} className="stroke-wrong" strokeWidth="2" vectorEffect="non-scaling-stroke" />
      )}
    </svg>
  );
}
