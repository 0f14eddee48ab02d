import { writeAudit } from "~/audit/audit.server";
import type { ShippingZoneId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import { now } from "~/platform/clock.server";
import type { Queries } from "~/platform/db/client.server";
import { transaction } from "~/platform/db/transaction.server";
import { validateZone, type ZoneProblem, type ZoneValues } from "./validate-zone";
import { zoneText } from "./zone-text";
import { readZones, type ZoneRecord } from "./zones.server";

/** `actor` is the staff member's e-mail. */
type By = { actor: string };
/** The zone when the form was opened. */
type Seen = { zoneId: ShippingZoneId; revision: number };
export type ZoneRefusal =
  | { kind: "refused"; problems: ZoneProblem[] }
  /** Someone else saved first; `current` is the saved zone, undefined if it was deleted. */
  | { kind: "stale"; current: ZoneRecord | undefined };

/** Saves a new zone at the end of the list and returns its id. `id` comes from the form, so the same form sent twice makes one
 *  zone. */
export async function createZone(values: ZoneValues, { actor, id }: By & { id: ShippingZoneId }) {
  return changeZones<string>(async (tx, zones) => {
    if (zones.some((zone) => zone.id === id)) return ok(id);
    const problems = validateZone(values, zones);
    if (problems.length > 0) return failed({ kind: "refused", problems });
    const { name, regions, rates } = values;
    const last = await tx.shippingZone.aggregate({ _max: { position: true } });
    const position = (last._max.position ?? -1) + 1;
    await tx.shippingZone.create({ data: { id, name, position, regions, rates: { create: rowsOf(rates) } } });
    await audit(tx, { actor, action: "shipping-zone.created", id, after: zoneText(values) });
    return ok(id);
  });
}

/** Saves a zone and returns whether anything changed. */
export async function saveZone({ zoneId: id, revision, values, actor }: By & Seen & { values: ZoneValues }) {
  return changeZones<boolean>(async (tx, zones) => {
    const current = zones.find((zone) => zone.id === id);
    if (current?.revision !== revision) return failed({ kind: "stale", current });
    const problems = validateZone(
      values,
      zones.filter((zone) => zone !== current),
    );
    if (problems.length > 0) return failed({ kind: "refused", problems });
    if (isSame(current, values)) return ok(false);
    await tx.shippingRate.deleteMany({ where: { zoneId: id } });
    const { name, regions, rates } = values;
    await tx.shippingZone.update({
      where: { id },
      data: { name, regions, revision: { increment: 1 }, rates: { create: rowsOf(rates) } },
    });
    await audit(tx, {
      actor,
      action: "shipping-zone.revised",
      id,
      before: zoneText(current),
      after: zoneText(values),
    });
    return ok(true);
  });
}

/** Orders keep the zone's name and price, so a zone can be deleted. */
export async function deleteZone({ zoneId: id, revision, actor }: By & Seen) {
  return changeZones<undefined>(async (tx, zones) => {
    const current = zones.find((zone) => zone.id === id);
    if (current?.revision !== revision) return failed({ kind: "stale", current });
    await tx.shippingZone.delete({ where: { id } });
    await audit(tx, { actor, action: "shipping-zone.deleted", id, before: zoneText(current) });
    return ok(undefined);
  });
}

/** Moves a zone up one place in the list. Positions are only for display; they never decide which rate applies. */
export async function moveZoneUp({ zoneId: id, actor }: By & { zoneId: ShippingZoneId }) {
  return changeZones<undefined>(async (tx, zones) => {
    const place = zones.findIndex((zone) => zone.id === id);
    const above = zones[place - 1];
    if (!above) return ok(undefined);
    const order = zones
      .map((zone) => zone.id)
      .with(place, above.id)
      .with(place - 1, id);
    for (const [position, zoneId] of order.entries())
      await tx.shippingZone.update({ where: { id: zoneId }, data: { position } });
    await audit(tx, {
      actor,
      action: "shipping-zone.moved",
      id,
      before: { place: place + 1 },
      after: { place },
    });
    return ok(undefined);
  });
}

/** One change of zones at a time: the shop's row is written first, so two staff can't assign one region twice, and its revision
 *  tells open checkouts that prices changed. A rejected change is rolled back. */
async function changeZones<Value>(
  work: (tx: Queries, zones: ZoneRecord[]) => Promise<Result<Value, ZoneRefusal>>,
): Promise<Result<Value, ZoneRefusal>> {
  return transaction(async (tx) => {
    await tx.shop.update({ where: { id: 1 }, data: { catalogRevision: { increment: 1 } } });
    return work(tx, await readZones(tx));
  });
}

function rowsOf(rates: ZoneValues["rates"]) {
  return rates.map(({ upToGrams, price }) => ({ upToGrams, priceCents: price }));
}

/** Compares codes and numbers: two different zones can read the same. */
function isSame(one: ZoneValues, other: ZoneValues): boolean {
  const keyOf = ({ name, regions, rates }: ZoneValues) => JSON.stringify([name, regions.toSorted(), rowsOf(rates)]);
  return keyOf(one) === keyOf(other);
}

type Words = Record<string, string | number | string[]>;

async function audit(
  tx: Queries,
  { id, ...record }: { actor: string; action: string; id: string; before?: Words; after?: Words },
): Promise<void> {
  await writeAudit(tx, { ...record, subject: `shipping-zone:${id}`, at: now() });
}
