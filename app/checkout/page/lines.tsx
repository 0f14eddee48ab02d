import type { ViewLine } from "~/cart/cart-view";
import { LineNoteText } from "~/cart/line-note";
import { Portions } from "~/cart/portions";
import { formatCents } from "~/core/money";

/** The cart's lines with the price of each portion, read-only. */
export function CheckoutLines({ lines }: { lines: ViewLine[] }) {
  return (
    <ul className="space-y-4">
      {lines.map((line) => (
        <li key={line.courseFormatId} className="flex justify-between gap-4">
          <div className="min-w-0 space-y-1">
            <p className="font-semibold">{line.title}</p>
            <p className="text-sm text-muted">{line.formatName}</p>
            <Portions portions={line.portions} />
            {line.notes.map((note) => (
              <LineNoteText key={note.kind} note={note} />
            ))}
          </div>
          <p className="tabular font-semibold">{formatCents(line.total)}</p>
        </li>
      ))}
    </ul>
  );
}
