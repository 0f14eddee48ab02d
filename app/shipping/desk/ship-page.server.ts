import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { type OrderId, type OrderLineId, ShipmentId } from "~/core/ids";
import type { Json } from "~/core/json";
import { countPages } from "~/core/list-query";
import { assertNever, failed, ok, type Result } from "~/core/result";
import { now } from "~/platform/clock.server";
import { newSecret } from "~/platform/secrets.server";
import { readShop } from "~/shop/shop.server";
import { maxParcels, readParcel, readParcels, readWaiting } from "../parcels/parcels.server";
import { markShipped, type ShipProblem, undoDays } from "../parcels/ship.server";
import { readShipments } from "../parcels/shipments.server";
import type { ParcelsQuery } from "./query";
import { ShipForm } from "./ship-form";

const perPage = 50;

/** A page of parcels to send, earliest payment first. */
export async function readParcelsPage({ page }: ParcelsQuery) {
  const [{ timeZone }, waiting] = await Promise.all([readShop(), readWaiting()]);
  const shown = waiting.slice((page - 1) * perPage, page * perPage);
  return {
    timeZone,
    count: waiting.length,
    pages: countPages(waiting.length, perPage),
    parcels: await readParcels(shown),
    maxPrinted: maxParcels,
  };
}
export type ParcelsPage = Json<Awaited<ReturnType<typeof readParcelsPage>>>;

/** An order's books and parcels. Throws a 404 if there is no such order or it has nothing to mail. */
export async function readShipPage(orderId: OrderId) {
  const [{ timeZone }, parcel, shipments] = await Promise.all([
    readShop(),
    readParcel(orderId),
    readShipments(orderId),
  ]);
  if (!parcel) throw new Response("This order has nothing to mail.", { status: 404 });
  const since = now().getTime() - undoDays * 86_400_000;
  return {
    timeZone,
    parcel,
    shipmentId: ShipmentId.parse(newSecret()),
    shipments: shipments.map((shipment) => ({ ...shipment, canBeUndone: shipment.shippedAt.getTime() >= since })),
  };
}
export type ShipPage = Json<Awaited<ReturnType<typeof readShipPage>>>;

/** Records a parcel from its form; the problem is the form's reply. */
export async function shipFromForm(
  form: FormData,
  orderId: OrderId,
  actor: string,
): Promise<Result<string, SubmissionResult>> {
  const submission = parseWithZod(form, { schema: ShipForm });
  if (submission.status !== "success") return failed(submission.reply());
  const { shipment: shipmentId, lines, carrier, trackingNumber } = submission.value;
  const shipped = await markShipped({ orderId, shipmentId, lines, carrier, trackingNumber, actor });
  if (shipped.ok) return ok(shipped.value);
  return failed(submission.reply(errorsFor(shipped.problem, lines)));
}

function errorsFor(problem: ShipProblem, lines: { orderLineId: OrderLineId; quantity: number }[]) {
  switch (problem.kind) {
    case "not-to-send":
      return { formErrors: ["This order isn’t paid, so nothing can be sent."] };
    case "nothing-chosen":
      return { formErrors: ["Enter how many copies of each book are in the parcel."] };
    case "too-many": {
      const fieldErrors: Record<string, string[]> = {};
      lines.forEach(({ orderLineId, quantity }, index) => {
        const left = problem.left[orderLineId] ?? 0;
        if (quantity > left) fieldErrors[`lines[${index}].quantity`] = [wordsForLeft(left)];
      });
      return { fieldErrors };
    }
    default:
      return assertNever(problem);
  }
}

function wordsForLeft(left: number): string {
  if (left === 0) return "No copies are left to send. They were sent or refunded.";
  return left === 1 ? "Only 1 copy is left to send." : `Only ${left} copies are left to send.`;
}
