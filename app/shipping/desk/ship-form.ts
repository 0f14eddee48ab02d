import { z } from "zod";
import { OrderLineId, ShipmentId } from "~/core/ids";
import { wholeNumber } from "~/core/typed-inputs";
import { wordsFor } from "~/core/words-for";
import { carriers, TrackingNumber } from "../parcels/carriers";

/** What lies in a parcel and who carries it. */
export const ShipForm = z.object({
  /** The id that the shipment will have: the same form sent twice makes one. */
  shipment: ShipmentId.regex(/^[\w-]{22}$/),
  lines: z
    .array(z.object({ orderLineId: OrderLineId.max(100), quantity: wholeNumber("", 0, 9999).optional() }))
    .transform((lines) => lines.map(({ orderLineId, quantity = 0 }) => ({ orderLineId, quantity }))),
  carrier: z.enum(carriers, { error: "Choose who carries it." }),
  trackingNumber: TrackingNumber.optional().transform((number) => number ?? null),
});

const words = {
  shipped: "Marked as shipped. The buyer gets an e-mail about it.",
  undone: "Taken back: its books are to be sent again. An e-mail that has gone out can’t be called back.",
};

/** What the last button did, as the page's address says it. */
export function shipDone(done: string | null): string | undefined {
  return wordsFor(words, done);
}
