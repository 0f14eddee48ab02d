import { formatCents } from "~/core/money";
import type { ViewPortion } from "./view-portion";

/** "1 at $99.50, 2 at $129.00": how a line's units are priced and why, before and after payment. */
export function Portions({ portions }: { portions: ViewPortion[] }) {
  return (
    <ul className="tabular space-y-1 text-sm">
      {portions.map((portion) => (
        <li key={JSON.stringify(portion)}>
          {portion.prices.map(({ quantity, price }, index) => (
            <span key={price}>
              {index > 0 ? " + " : ""}
              {quantity} at{" "}
              {portion.isReduced ? <strong className="text-amber">{formatCents(price)}</strong> : formatCents(price)}
            </span>
          ))}
          {portion.isReduced ? (
            <>
              {" "}
              <s className="text-muted">{formatCents(portion.regularPrice)}</s>
              <span className="block text-muted">{portion.steps.join(" · ")}</span>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
