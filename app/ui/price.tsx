import { type Cents, formatCents } from "~/core/money";

/** A price; where it is on sale, the regular one is struck through beside it and said so to those who can't see that. */
export function Price({ cents, regularCents }: { cents: Cents; regularCents?: Cents }) {
  if (regularCents === undefined || regularCents === cents)
    return <span className="tabular font-semibold">{formatCents(cents)}</span>;
  return (
    <span className="tabular whitespace-nowrap">
      <span className="sr-only">Sale price </span>
      <strong className="font-bold text-amber">{formatCents(cents)}</strong>{" "}
      <span className="sr-only">, regular price </span>
      <s className="text-muted">{formatCents(regularCents)}</s>
    </span>
  );
}
