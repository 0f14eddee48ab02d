import { z } from "zod";
import { wholeNumber } from "~/core/form/typed-inputs";
import { OrderLineId, ShipmentId } from "~/core/ids";
import { lookUp } from "~/core/look-up";
import { carriers, TrackingNumber } from "../parcels/carriers";

/** A parcel's contents and carrier. */
export const ShipForm = z.object({
  /** The new shipment's id, so the same form sent twice makes only one. */
  shipment: ShipmentId.regex(/^[\w-]{22}$/),
  lines: z
    .array(z.object({ orderLineId: OrderLineId.max(100), quantity: wholeNumber("", 0, 9999).optional() }))
    .transform((lines) => lines.map(({ orderLineId, quantity = 0 }) => ({ orderLineId, quantity }))),
  carrier: z.enum(carriers, { error: "Choose a carrier." }),
  trackingNumber: TrackingNumber.optional().transform((number) => number ?? null),
});

const words = {
  shipped: "Marked as shipped. We’re e-mailing the buyer.",
  undone:
    "Shipment undone. Its books are back on the list of parcels to send. If the buyer’s e-mail has already gone out, it can’t be recalled.",
};

/** The message for `done` in the URL. */
export function shipDone(done: string | null): string | undefined {
  return lookUp(words, done);
}
