import type { ReactNode } from "react";
import { formatCreditColumn, formatCreditCount, formatCredits } from "~/core/credits";
import { classes } from "./classes";

/** Credits (hundredths) in one content category; zero shows as 0, and a category the discipline lacks is left out. */
export type CreditSegment = { code: string; name: string; credits: number };

type Props = {
  segments: CreditSegment[];
  /** Credits (hundredths) that the full width represents: the course's total or a requirement. */
  total: number;
  /** What the credits are in, e.g. "Computed Tomography"; read before the figures. */
  label?: string;
  /** Codes below the bar, as on a card; otherwise a column of full names and figures. */
  compact?: boolean;
  className?: string;
};

// A color and a hatch per content category, so it also works in black and white. Each category keeps its own in every
// discipline; an unknown one gets a spare by position.
const looks = new Map([
  ["PC", "credits-pc"],
  ["SA", "credits-sa"],
  ["IP", "credits-ip"],
  ["PR", "credits-pr"],
]);
const spareLooks = ["credits-spare-1", "credits-spare-2"];

function patternOf(code: string, index: number): string {
  return `url(#${looks.get(code) ?? spareLooks[index % spareLooks.length]})`;
}

/** A bar of credits by content category, the same on cards, course pages, cart, listings, and certificates. The list
 *  below it is its text alternative. Needs `CreditPatterns` once on the page. */
export function CreditsBar({ segments, total, label, compact, className }: Props) {
  const given = segments.reduce((sum, { credits }) => sum + credits, 0);
  return (
    <div className={classes("credits-bar", className)}>
      <p className="sr-only">
        {label ? `${label}: ` : ""}
        {formatCreditCount(given)} by content category
      </p>
      <Drawing segments={segments} whole={Math.max(total, given, 1)} tall={!compact} />
      {compact ? <Codes segments={segments} /> : <Names segments={segments} />}
    </div>
  );
}

function Drawing({ segments, whole, tall }: { segments: CreditSegment[]; whole: number; tall: boolean }) {
  const height = tall ? 16 : 10;
  const percent = (credits: number) => `${Math.round((credits / whole) * 10_000) / 100}%`;
  let before = 0;
  return (
    <svg aria-hidden="true" width="100%" height={height} className="block overflow-hidden">
      <rect width="100%" height={height} className="fill-sunken" />
      {segments.map(({ code, credits }, index) => {
        const x = before;
        before += credits;
        if (credits === 0) return null;
        return (
          <g key={code}>
            <rect x={percent(x)} width={percent(credits)} height={height} fill={patternOf(code, index)} />
            {x > 0 ? <rect x={percent(x)} width="1.5" height={height} className="fill-paper" /> : null}
          </g>
        );
      })}
      <line x1="0" x2="100%" y1={height - 0.5} y2={height - 0.5} className="stroke-line-strong" />
    </svg>
  );
}

function Codes({ segments }: { segments: CreditSegment[] }) {
  return (
    <ul className="tabular mt-1.5 flex flex-wrap gap-x-3 gap-y-0.5 text-xs text-muted">
      {segments.map(({ code, name, credits }, index) => (
        <li key={code} className="flex items-center gap-1 whitespace-nowrap">
          <Swatch code={code} index={index} />
          <span aria-hidden="true">{code}</span>
          <span className="sr-only">{name}</span>
          <span className={credits > 0 ? "font-semibold text-ink" : undefined}>{formatCredits(credits)}</span>
        </li>
      ))}
    </ul>
  );
}

function Names({ segments }: { segments: CreditSegment[] }) {
  return (
    <ul className="mt-2 divide-y divide-line text-sm">
      {segments.map(({ code, name, credits }, index) => (
        <li key={code} className="flex items-center gap-2 py-1.5">
          <Swatch code={code} index={index} />
          <span>{name}</span>
          <span className={classes("tabular ml-auto", credits > 0 ? "font-semibold" : "text-muted")}>
            {formatCreditColumn(credits)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Swatch({ code, index }: { code: string; index: number }) {
  return (
    <svg aria-hidden="true" width="10" height="10" className="shrink-0">
      <rect width="10" height="10" fill={patternOf(code, index)} />
      <rect x="0.5" y="0.5" width="9" height="9" fill="none" className="stroke-line-strong" />
    </svg>
  );
}

/** The hatches that a page's bars refer to; rendered once in the layout. */
export function CreditPatterns() {
  return (
    <svg aria-hidden="true" width="0" height="0" className="absolute">
      <defs>
        <Hatch id="credits-pc" ground="fill-credit-pc" />
        <Hatch id="credits-sa" ground="fill-credit-sa-wash">
          <path d="M-1 1l2-2M0 6l6-6M5 7l2-2" className="stroke-credit-sa" strokeWidth="2.2" />
        </Hatch>
        <Hatch id="credits-ip" ground="fill-credit-ip-wash">
          <path d="M1.5 0v6M4.5 0v6" className="stroke-credit-ip" strokeWidth="1.4" />
        </Hatch>
        <Hatch id="credits-pr" ground="fill-credit-pr-wash">
          <path d="M1.5 0h3v3h-3zM-1.5 3h3v3h-3zM4.5 3h3v3h-3z" className="fill-credit-pr" />
        </Hatch>
        <Hatch id="credits-spare-1" ground="fill-sunken">
          <path d="M0 0l6 6M6 0l-6 6" className="stroke-ink" />
        </Hatch>
        <Hatch id="credits-spare-2" ground="fill-sunken">
          <path d="M0 1.5h6M0 4.5h6" className="stroke-ink" />
        </Hatch>
      </defs>
    </svg>
  );
}

function Hatch({ id, ground, children }: { id: string; ground: string; children?: ReactNode }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
      <rect width="6" height="6" className={ground} />
      {children}
    </pattern>
  );
}
