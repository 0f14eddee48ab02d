import { Price } from "~/ui/price";
import type { ListedFormat } from "./format-prices";

/** A course's formats with their current prices. */
export function FormatList({ formats }: { formats: ListedFormat[] }) {
  return (
    <ul className="space-y-0.5 text-sm">
      {formats.map(({ format, name, price, regular, isOnSale, saleUnitsLeft, isSoldOut }) => (
        <li key={format} className="flex justify-between gap-x-3">
          <span>
            {name}
            {isSoldOut ? <span className="text-muted"> (sold out)</span> : null}
          </span>
          <span>
            <Price cents={price} regularCents={regular} />
            {isOnSale ? (
              <span className="block text-end text-xs text-amber">
                sale{saleUnitsLeft === null ? "" : `, ${saleUnitsLeft} left`}
              </span>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
