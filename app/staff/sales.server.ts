import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { readSale, type Sale } from "~/promotions/sale-facts.server";
import { type SaleState, saleState } from "~/promotions/sale-state";
import { readShop } from "~/shop/shop.server";
import { readUnitsLeft } from "~/stock/units-left.server";
import { saleFields } from "./sale-form";

/** Every sale with its state and figures at this moment; those that can still change something first, the newest first. */
export async function readSales() {
  const [shop, rows] = await Promise.all([
    readShop(),
    db().promotion.findMany({ orderBy: [{ startsAt: "desc" }, { id: "asc" }], select: { id: true } }),
  ]);
  const found = await Promise.all(rows.map(({ id }) => readSale(db(), id)));
  const sales = await withFigures(found.flatMap((sale) => sale ?? []));
  const isOver = (state: SaleState) => Number(state === "ended");
  return { timeZone: shop.timeZone, sales: sales.sort((a, b) => isOver(a.state) - isOver(b.state)) };
}

/** One sale for its form. Throws a 404 where there is none. */
export async function readSalePage(promotionId: string) {
  const [shop, sale] = await Promise.all([readShop(), readSale(db(), promotionId)]);
  if (!sale) throw new Response("There is no such sale.", { status: 404 });
  const [course, [figures]] = await Promise.all([
    db().course.findUnique({ where: { id: sale.courseId }, select: { title: true, slug: true } }),
    withFigures([sale]),
  ]);
  const { timeZone } = shop;
  const { state, unitsLeft = 0 } = figures ?? {};
  return { timeZone, sale, fields: saleFields(sale, timeZone), course, state, unitsLeft };
}
export type SalePageData = Awaited<ReturnType<typeof readSalePage>>;

async function withFigures(sales: Sale[]) {
  const left = await readUnitsLeft(sales.map(({ stockId }) => stockId));
  const at = now();
  return sales.map(
    ({ id, name, price, limit, sold, held, perCustomer, stockId, startsAt, endsAt, isPaused, isFeatured }) => {
      const unitsLeft = left.get(stockId) ?? 0;
      const state = saleState({ startsAt, endsAt, isPaused, unitsLeft }, at);
      return { id, name, state, price, limit, sold, held, unitsLeft, perCustomer, startsAt, endsAt, isFeatured };
    },
  );
}
export type SaleRow = Awaited<ReturnType<typeof readSales>>["sales"][number];
