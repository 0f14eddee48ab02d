import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { db } from "~/platform/db/client.server";
import { packingSlipsFile } from "./files.server";
import { mostParcels } from "./parcels.server";

const pad = (index: number) => String(index).padStart(4, "0");

/** So many paid orders of one book, each with an address and a number. */
async function createOrders(count: number): Promise<void> {
  const first = new Date("2026-11-20T12:00:00Z");
  const address = { line1: "12 Canal Street", city: "Port Alder", state: "WI", postal_code: "53299", country: "US" };
  const ids = Array.from({ length: count }, (_, index) => `parcel${pad(index)}`);
  await db().order.createMany({
    data: ids.map((id, index) => ({
      ...{ id, fingerprint: id, idempotencyKey: id, number: 20_000 + index, state: "paid" as const },
      ...{ email: "ada@example.com", customerKey: "ada@example.com", certificateName: "Ada Lim" },
      ...{ itemsCents: 9950, shippingCents: 595, totalCents: 10_545, receivedCents: 10_545 },
      ...{ createdAt: first, endsAt: first, paidAt: new Date(first.getTime() + index * 1000) },
      shippingAddress: { name: "Ada Lim", address },
    })),
  });
  await db().orderLine.createMany({
    data: ids.map((orderId) => ({
      ...{ orderId, position: 0, courseFormatId: "iv-therapeutics.book_by_mail", title: "IV Therapeutics" },
      ...{ format: "book_by_mail" as const, quantity: 1, totalCents: 9950 },
    })),
  });
}

test("a document of more parcels than it holds says in its name how many wait; one that names more is refused", async () => {
  await createOrders(mostParcels + 2);
  const { pdf, fileName } = await packingSlipsFile(new URLSearchParams());
  expect(fileName).toBe(`Packing slips for ${mostParcels} of ${mostParcels + 2} orders.pdf`);
  expect((await buffer(pdf)).subarray(0, 5).toString()).toBe("%PDF-");
  const orders = Array.from({ length: mostParcels + 1 }, (_, index) => `parcel${pad(index)}`).join(",");
  await expect(packingSlipsFile(new URLSearchParams({ orders }))).rejects.toMatchObject({ status: 400 });
});

test("parcels come in the order in which they were named, and what is not there is left out", async () => {
  const { fileName } = await packingSlipsFile(new URLSearchParams({ orders: "parcel0002,none,parcel0001" }));
  expect(fileName).toBe("Packing slips for 2 orders.pdf");
  expect((await packingSlipsFile(new URLSearchParams({ orders: "parcel0002" }))).fileName).toBe(
    "Packing slip order 20002.pdf",
  );
});
