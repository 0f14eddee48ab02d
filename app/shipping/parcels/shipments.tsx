import { formatDay } from "~/core/dates";
import type { BuyersShipments } from "./shipments.server";

/** The buyer's parcels and how to track them. */
export function Shipments({ shipments, left }: BuyersShipments) {
  if (shipments.length === 0) return left > 0 ? <p className="text-muted">{waitingText(left)}</p> : null;
  return (
    <ul className="space-y-3">
      {shipments.map(({ id, day, carrier, trackingNumber, trackingUrl, books }) => (
        <li key={id}>
          <p className="font-semibold">Shipped {formatDay(day)}</p>
          {books.map(({ orderLineId, title, quantity }) => (
            <p key={orderLineId} className="text-sm text-muted wrap-anywhere">
              {quantity} × {title}
            </p>
          ))}
          {trackingNumber ? (
            <p className="text-sm wrap-anywhere">
              {carrier === "Other" ? "Tracking number" : carrier}{" "}
              {trackingUrl ? (
                <a href={trackingUrl} className="inline-block py-1">
                  {trackingNumber}
                </a>
              ) : (
                trackingNumber
              )}
            </p>
          ) : null}
        </li>
      ))}
      {left > 0 ? <li className="text-muted">{waitingText(left)}</li> : null}
    </ul>
  );
}

function waitingText(left: number): string {
  return left === 1 ? "1 book hasn’t shipped yet." : `${left} books haven’t shipped yet.`;
}
