import { db } from "~/platform/db/client.server";
import { Prisma } from "~/platform/prisma/sqlite/client";
import type { Cast } from "./cast";

/** What any visitor's visit may leave behind: a cart, a session, an entry about a refused attempt. */
const ofVisits = /^(Audit|Cart|HealthCheck|StaffSession|CustomerSession|SignInLink|ContinueLink|StripeEvent|.*Limit)/;
/** Anyone may ask for a letter without an order, a sign-in link; and the shop may send letters while it is attacked. */
const lettersAboutOrders = {
  where: { orderId: { not: null } },
  select: { id: true, kind: true, orderId: true, payload: true },
};
type Rows = Map<string, Set<string>>;
type Table = { findMany: (query?: object) => Promise<object[]> };

/** Every row of money, learning and settings, except the attacker's own. A new table is looked at without being listed. */
export async function readRows({ attackerMarkers }: Cast): Promise<Rows> {
  const rows: Rows = new Map();
  for (const model of Object.values(Prisma.ModelName)) {
    if (ofVisits.test(model)) continue;
    const table = (db() as unknown as Record<string, Table>)[model.charAt(0).toLowerCase() + model.slice(1)];
    const found = await table?.findMany(model === "OutboxMessage" ? lettersAboutOrders : {});
    const texts = (found ?? []).map((row) => JSON.stringify(row));
    rows.set(model, new Set(texts.filter((text) => !attackerMarkers.some((marker) => text.includes(marker)))));
  }
  return rows;
}

/** Which tables differ; with `mayGrow`, only those that lost or changed a row, units of stock aside. */
export function changedTables(before: Rows, after: Rows, mayGrow: boolean): string[] {
  return [...before].flatMap(([model, old]) => {
    const now = after.get(model) ?? new Set();
    if (mayGrow && model.startsWith("Stock")) return [];
    const lost = [...old].some((row) => !now.has(row));
    return lost || (!mayGrow && now.size !== old.size) ? [model] : [];
  });
}
