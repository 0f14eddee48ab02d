import { z } from "zod";
import { dayIn } from "~/core/dates";
import { OrderId, ShipmentId } from "~/core/ids";
import { now } from "~/platform/clock.server";
import { readShop } from "~/shop/shop.server";
import { labelSheetsPdf, singleLabelsPdf } from "./labels-pdf.server";
import { packedLines } from "./packing-slip";
import { packingSlipsPdf } from "./packing-slip-pdf.server";
import { mostParcels, type Parcel, readParcels, readWaiting } from "./parcels.server";
import { readShipments } from "./shipments.server";

/** What a document is asked for. A shared link opens: what is unknown falls away. */
const FileQuery = z.object({
  /** "label" is a label printer's 4 × 6 in. */
  paper: z.enum(["letter", "a4", "label"]).catch("letter"),
  /** Labels of the first sheet that are used up already. */
  skip: z.coerce.number().int().min(0).max(5).catch(0),
});

/** The parcels that an address asks for (`orders`, repeated or parted by commas); those that wait, the longest first, where it names
 *  none. `of` is how many that would be without the limit of a document. Throws a 404 where nothing is left, a 400 where more are
 *  named than a document holds. */
async function parcelsOf(search: URLSearchParams): Promise<{ parcels: Parcel[]; of: number }> {
  const named = search.getAll("orders").flatMap((ids) =>
    ids
      .split(",")
      .filter(Boolean)
      .map((id) => OrderId.parse(id)),
  );
  if (named.length > mostParcels)
    throw new Response(`Name at most ${mostParcels} orders for one document.`, { status: 400 });
  const wanted = named.length > 0 ? named : await readWaiting();
  const parcels = await readParcels(wanted.slice(0, mostParcels));
  if (parcels.length === 0) throw new Response("Nothing of this is mailed.", { status: 404 });
  return { parcels, of: Math.max(parcels.length, named.length > 0 ? 0 : wanted.length) };
}

/** Address labels, a page or a place on a sheet for each parcel. */
export async function labelsFile(search: URLSearchParams) {
  const { paper, skip } = FileQuery.parse(Object.fromEntries(search));
  const [shop, { parcels, of }] = await Promise.all([readShop(), parcelsOf(search)]);
  const addressed = parcels.filter(({ address }) => address.length > 0);
  if (addressed.length === 0) throw new Response("There is no address to print.", { status: 404 });
  const at = now();
  const pdf =
    paper === "label" ? singleLabelsPdf(addressed, shop, { at }) : labelSheetsPdf(addressed, shop, { paper, skip, at });
  return { pdf, fileName: `${fileNameOf("Label", addressed, of)}.pdf` };
}

/** Packing slips, each with what is left to send; with `shipment` (of one order) what lay in a parcel that left. */
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

/** Copies by order line of a shipment of the only parcel; undefined where none is asked for. */
async function readSent(
  [parcel]: Parcel[],
  shipmentId: ShipmentId | null,
): Promise<Record<string, number> | undefined> {
  if (!parcel || !shipmentId) return undefined;
  const shipment = (await readShipments(parcel.id)).find(({ id }) => id === shipmentId);
  if (!shipment) throw new Response("There is no such shipment.", { status: 404 });
  return Object.fromEntries(shipment.books.map(({ orderLineId, quantity }) => [orderLineId, quantity]));
}

/** A document that holds fewer than wait says so. */
function fileNameOf(what: string, parcels: Parcel[], of: number): string {
  const [first] = parcels;
  if (of === 1) return `${what} order ${first?.number ?? first?.id}`;
  return `${what}s for ${parcels.length === of ? of : `${parcels.length} of ${of}`} orders`;
}
