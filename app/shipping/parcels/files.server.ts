import { z } from "zod";
import { dayIn } from "~/core/dates";
import { OrderId, ShipmentId } from "~/core/ids";
import { now } from "~/platform/clock.server";
import { readShop } from "~/shop/shop.server";
import { labelSheetsPdf, singleLabelsPdf } from "./labels-pdf.server";
import { packedLines } from "./packing-slip";
import { packingSlipsPdf } from "./packing-slip-pdf.server";
import { maxParcels, type Parcel, readParcels, readWaiting } from "./parcels.server";
import { readShipments } from "./shipments.server";

/** A document's options. A shared link must always open: unknown values are ignored. */
const FileQuery = z.object({
  /** "label" is 4 × 6 in, for label printers. */
  paper: z.enum(["letter", "a4", "label"]).catch("letter"),
  /** Labels already used on the first sheet. */
  skip: z.coerce.number().int().min(0).max(5).catch(0),
});

/** The parcels named in the URL (`orders`, repeated or separated by commas), or else all waiting ones, oldest first. `of` is the
 *  count without a document's limit. Throws a 404 if there are none, a 400 if more are named than a document holds. */
async function parcelsOf(search: URLSearchParams): Promise<{ parcels: Parcel[]; of: number }> {
  const named = search.getAll("orders").flatMap((ids) =>
    ids
      .split(",")
      .filter(Boolean)
      .map((id) => OrderId.parse(id)),
  );
  if (named.length > maxParcels)
    throw new Response(`Choose at most ${maxParcels} orders for one document.`, { status: 400 });
  const wanted = named.length > 0 ? named : await readWaiting();
  const parcels = await readParcels(wanted.slice(0, maxParcels));
  if (parcels.length === 0) throw new Response("There is nothing to mail.", { status: 404 });
  return { parcels, of: Math.max(parcels.length, named.length > 0 ? 0 : wanted.length) };
}

/** Address labels: one page per parcel, or one place on a sheet. */
export async function labelsFile(search: URLSearchParams) {
  const { paper, skip } = FileQuery.parse(Object.fromEntries(search));
  const [shop, { parcels, of }] = await Promise.all([readShop(), parcelsOf(search)]);
  const addressed = parcels.filter(({ address }) => address.length > 0);
  if (addressed.length === 0) throw new Response("There’s no address to print.", { status: 404 });
  const at = now();
  const pdf =
    paper === "label" ? singleLabelsPdf(addressed, shop, { at }) : labelSheetsPdf(addressed, shop, { paper, skip, at });
  return { pdf, fileName: `${fileNameOf("Label", addressed, of)}.pdf` };
}

/** Packing slips with what is left to send, or with `shipment` (for one order), the contents of a parcel already sent. */
export async function packingSlipsFile(search: URLSearchParams) {
  const { paper } = FileQuery.parse(Object.fromEntries(search));
  const [shop, { parcels, of }] = await Promise.all([readShop(), parcelsOf(search)]);
  const sent = await readSent(parcels, ShipmentId.nullable().parse(search.get("shipment")));
  const slips = parcels.map(({ number, paidAt, address, books, purpose, giftMessage }) => ({
    number,
    paidOn: dayIn(paidAt ?? now(), shop.timeZone),
    address,
    lines: packedLines(books, sent),
    gift: purpose === "gift" ? (giftMessage ?? "") : undefined,
  }));
  const pdf = await packingSlipsPdf(slips, shop, { paper: paper === "a4" ? "a4" : "letter", at: now() });
  return { pdf, fileName: `${fileNameOf("Packing slip", parcels, of)}.pdf` };
}

/** A shipment's copies by order line; undefined if no shipment is requested. */
async function readSent(
  [parcel]: Parcel[],
  shipmentId: ShipmentId | null,
): Promise<Record<string, number> | undefined> {
  if (!parcel || !shipmentId) return undefined;
  const shipment = (await readShipments(parcel.id)).find(({ id }) => id === shipmentId);
  if (!shipment) throw new Response("We couldn’t find this shipment.", { status: 404 });
  return Object.fromEntries(shipment.books.map(({ orderLineId, quantity }) => [orderLineId, quantity]));
}

/** The name says if the document doesn't include every waiting order. */
function fileNameOf(what: string, parcels: Parcel[], of: number): string {
  const [first] = parcels;
  if (of === 1) return `${what} order ${first?.number ?? first?.id}`;
  return `${what}s for ${parcels.length === of ? of : `${parcels.length} of ${of}`} orders`;
}
