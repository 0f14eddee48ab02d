import { expect, test } from "vitest";
import { ShippingZoneId } from "~/core/ids";
import { cents } from "~/core/money";
import { db } from "~/platform/db/client.server";
import { changePackaging } from "./packaging.server";
import { createZone, deleteZone, editZone, moveZoneUp } from "./save-zone.server";
import { readCountriesServed, readZones } from "./zones.server";

const actor = "dana@example.com";
const rates = [
  { upToGrams: 500, price: cents(2195) },
  { upToGrams: 2000, price: cents(3995) },
];
const mexico = { name: "Mexico", regions: ["MX"], rates };
const revisionOf = async () => (await db().shop.findUniqueOrThrow({ where: { id: 1 } })).catalogRevision;
const auditOf = (id: string) =>
  db().auditEntry.findMany({ where: { subject: `shipping-zone:${id}` }, orderBy: { at: "asc" } });

test("a zone is created behind the others, once for a form that is sent twice, and written into the audit", async () => {
  const before = await revisionOf();
  for (let times = 0; times < 2; times++)
    expect(await createZone(mexico, { actor, id: ShippingZoneId.parse("mexico") })).toEqual({
      ok: true,
      value: "mexico",
    });
  expect((await readZones()).map(({ id }) => id)).toEqual(["united-states", "alaska-hawaii", "canada", "mexico"]);
  expect((await readZones()).at(-1)).toMatchObject({ ...mexico, revision: 1 });
  expect(await auditOf("mexico")).toMatchObject([
    {
      actor,
      action: "shipping-zone.created",
      after: {
        name: "Mexico",
        places: ["Mexico"],
        rates: ["up to 500 g (1 lb 1.6 oz): $21.95", "up to 2 kg (4 lb 6.5 oz): $39.95"],
      },
    },
  ]);
  expect(await revisionOf()).toBeGreaterThan(before);
  expect((await readCountriesServed()).map(({ label }) => label)).toEqual(["United States", "Canada", "Mexico"]);
});

test("a region belongs to one zone, even where two staff give it away at once", async () => {
  const values = (name: string) => ({ name, regions: ["NZ"], rates });
  const made = await Promise.all([
    createZone(values("New Zealand"), { actor, id: ShippingZoneId.parse("nz-1") }),
    createZone(values("Aotearoa"), { actor, id: ShippingZoneId.parse("nz-2") }),
  ]);
  expect(made.filter((one) => one.ok)).toHaveLength(1);
  expect(made.find((one) => !one.ok)).toMatchObject({ problem: { kind: "refused", problems: [{ field: "regions" }] } });
});

test("two editors at once: the second is told what stands now, and saves over it only knowingly", async () => {
  const [zone] = await readZones();
  if (!zone) throw new Error("no zone");
  const { id: zoneId, revision } = zone;
  const dearer = { ...zone, rates: [{ upToGrams: 500, price: cents(695) }] };
  expect(await editZone({ zoneId, revision, values: dearer, actor })).toEqual({ ok: true, value: true });
  const second = await editZone({ zoneId, revision, values: { ...zone, name: "Lower 48" }, actor: "lee@example.com" });
  expect(second).toMatchObject({
    problem: { kind: "changed-meanwhile", current: { revision: revision + 1, ...{ rates: dearer.rates } } },
  });
  expect((await readZones())[0]).toMatchObject({ name: zone.name, rates: dearer.rates });
  expect(await auditOf(zoneId)).toMatchObject([
    {
      actor,
      before: { rates: expect.arrayContaining(["up to 500 g (1 lb 1.6 oz): $5.95"]) },
      after: { rates: ["up to 500 g (1 lb 1.6 oz): $6.95"] },
    },
  ]);
});

test("saving what already stands changes nothing and leaves no audit", async () => {
  const zone = (await readZones()).find(({ id }) => id === "canada");
  if (!zone) throw new Error("no zone");
  expect(
    await editZone({ zoneId: ShippingZoneId.parse("canada"), revision: zone.revision, values: zone, actor }),
  ).toEqual({
    ok: true,
    value: false,
  });
  expect(await auditOf("canada")).toEqual([]);
});

test("the state of Georgia instead of the country is a change, and reads as one", async () => {
  const values = { name: "Georgia", regions: ["GE"], rates };
  await createZone(values, { actor, id: ShippingZoneId.parse("georgia") });
  const edit = {
    zoneId: ShippingZoneId.parse("georgia"),
    revision: 1,
    values: { ...values, regions: ["US-GA"] },
    actor,
  };
  expect(await editZone(edit)).toEqual({ ok: true, value: true });
  expect((await readZones()).find(({ id }) => id === "georgia")).toMatchObject({ regions: ["US-GA"] });
  expect((await auditOf("georgia"))[1]).toMatchObject({
    before: { places: ["Georgia"] },
    after: { places: ["Georgia, US"] },
  });
});

test("a zone moves up, and the first stays where it is", async () => {
  const ids = async () => (await readZones()).map(({ id }) => id).slice(0, 3);
  await moveZoneUp({ zoneId: ShippingZoneId.parse("canada"), actor });
  expect(await ids()).toEqual(["united-states", "canada", "alaska-hawaii"]);
  await moveZoneUp({ zoneId: ShippingZoneId.parse("united-states"), actor });
  expect(await ids()).toEqual(["united-states", "canada", "alaska-hawaii"]);
});

test("a zone that somebody else changed is not deleted by an old page; a deleted one stays in the audit", async () => {
  const zone = (await readZones()).find(({ id }) => id === "alaska-hawaii");
  if (!zone) throw new Error("no zone");
  const stale = await deleteZone({ zoneId: zone.id, revision: zone.revision - 1, actor });
  expect(stale).toMatchObject({ problem: { kind: "changed-meanwhile" } });
  expect(await deleteZone({ zoneId: zone.id, revision: zone.revision, actor })).toMatchObject({ ok: true });
  expect(await deleteZone({ zoneId: zone.id, revision: zone.revision, actor })).toMatchObject({
    problem: { kind: "changed-meanwhile", current: undefined },
  });
  expect((await auditOf(zone.id)).map(({ action }) => action)).toEqual(["shipping-zone.deleted"]);
  expect(await db().shippingRate.count({ where: { zoneId: zone.id } })).toBe(0);
});

test("the packaging's weight changes once, and not from an old page", async () => {
  expect(await changePackaging({ from: 120, to: 180, actor })).toBe(true);
  expect(await changePackaging({ from: 120, to: 150, actor })).toBe(false);
  expect((await db().shop.findUniqueOrThrow({ where: { id: 1 } })).packagingGrams).toBe(180);
  expect(await db().auditEntry.findMany({ where: { subject: "shop:packaging" } })).toMatchObject([
    { before: { weight: "120 g (4.2 oz)" }, after: { weight: "180 g (6.3 oz)" } },
  ]);
});
