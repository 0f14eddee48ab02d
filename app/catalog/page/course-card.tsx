import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { formatCreditCount, formatCredits } from "~/core/credits";
import { formatCents } from "~/core/money";
import { assertNever } from "~/core/result";
import { classes } from "~/ui/classes";
import { CreditsBar } from "~/ui/credits-bar";
import { Price } from "~/ui/price";
import { Cover } from "../cover/course-cover";
import type { CourseCard } from "./card";

/** Course cards: cover next to the text on a phone, above it on wider screens. */
export function CourseShelf({
  cards,
  revision,
  columns = 3,
  className,
}: {
  cards: CourseCard[];
  revision: number;
  /** Cards per row on wide screens. */
  columns?: 3 | 4;
  className?: string;
}) {
  return (
    <ul
      className={classes(
        "grid gap-y-10 sm:grid-cols-2 lg:gap-x-8 lg:gap-y-14",
        columns === 4 ? "gap-x-6 md:grid-cols-4" : "gap-x-8 md:grid-cols-3",
        className,
      )}
    >
      {cards.map((card) => (
        <Card key={card.slug} card={card} revision={revision} />
      ))}
    </ul>
  );
}

function Card({ card, revision }: { card: CourseCard; revision: number }) {
  return (
    <li className="group relative grid grid-cols-[6.5rem_1fr] content-start gap-x-4 sm:grid-cols-1 sm:gap-y-4">
      <div className="self-start motion-safe:transition-transform motion-safe:duration-200 motion-safe:sm:group-hover:-translate-y-1">
        <Cover course={card.cover} revision={revision} />
      </div>
      <div className="flex min-w-0 flex-col">
        <h3 className="text-xl leading-snug">
          <Link
            to={href("course", { slug: card.slug })}
            className="text-ink no-underline group-hover:underline after:absolute after:inset-0"
          >
            {card.title}
          </Link>
        </h3>
        <p className="mt-1 text-sm text-muted">
          <span className="tabular">{formatCreditCount(card.credits)}</span>, category {card.approvalCategory}
        </p>
        <Bar card={card} />
        <Prices card={card} />
        <Warning card={card} />
      </div>
    </li>
  );
}

function Bar({ card: { bar, discipline, credits, alsoFor } }: { card: CourseCard }) {
  const name = bar && bar.inDiscipline < credits ? `${formatCredits(bar.inDiscipline)} in ${discipline}` : discipline;
  return (
    <div className="mt-2">
      {bar ? <CreditsBar segments={bar.segments} total={credits} label={discipline} compact /> : null}
      <p className="mt-1 text-xs text-muted">
        {name}
        {alsoFor.length > 0 ? `, also ${alsoFor.join(", ")}` : ""}
      </p>
    </div>
  );
}

function Prices({ card: { from, sale, formats, approval } }: { card: CourseCard }) {
  // No price for a course that isn't for sale.
  if (approval.state === "ended" || approval.state === "not-started") return null;
  return (
    <div className="mt-3 space-y-1">
      {sale ? (
        <p className="text-lg">
          <Price cents={sale.price} regularCents={sale.regular} />
          {sale.unitsLeft === null ? null : (
            <span className="ml-2 text-sm font-semibold whitespace-nowrap text-amber">{sale.unitsLeft} left</span>
          )}
        </p>
      ) : null}
      <p className="text-sm">
        <span className="text-muted">{from.isOnly ? "" : "from "}</span>
        <span className={classes("tabular font-semibold", !sale && "text-base")}>{formatCents(from.price)}</span>
        <span className="text-muted"> · {formats.join(", ")}</span>
      </p>
    </div>
  );
}

function Warning({ card: { approval } }: { card: CourseCard }) {
  switch (approval.state) {
    case "running":
      return null;
    case "not-started":
      return <p className="mt-2 text-sm font-semibold">Approval begins {approval.startsOn}</p>;
    case "ends-soon":
      return <p className="mt-2 text-sm font-semibold text-wrong">Approval ends {approval.endsOn}</p>;
    case "ended":
      return <p className="mt-2 text-sm font-semibold text-wrong">Approval ended {approval.endsOn}</p>;
    default:
      return assertNever(approval.state);
  }
}
