import { formatCents } from "~/core/money";
import type { ViewPortion } from "./cart-view";

/** "1 at $99.50, 2 at $129.00": how a line's units are priced, before anything is paid. */
export function Portions({ portions, regularPrice }: { portions: ViewPortion[]; regularPrice: number }) {
  return (
    <ul className="tabular text-sm">
      {portions.map(({ quantity, unitPrice, promotion }) => (
        <li key={`${promotion ?? ""}${unitPrice}`}>
          {quantity} at{" "}
          {promotion ? (
            <>
              <strong className="text-amber">{formatCents(unitPrice)}</strong>{" "}
              <s className="text-muted">{formatCents(regularPrice)}</s> <span className="text-amber">{promotion}</span>
            </>
          ) : (
            formatCents(unitPrice)
          )}
        </li>
      ))}
    </ul>
  );
}
