import { expectTypeOf, test } from "vitest";
import type { Json } from "./json";
import type { Cents } from "./money";

test("what JSON carries keeps its type, an instant becomes text, and what JSON loses can’t be used", () => {
  type Sent = { price: Cents; note?: string; left: number | undefined; at: Date | null; days: Map<string, number> };
  type Arrived = { price: Cents; note?: string; left: number | undefined; at: string | null; days: unknown };
  expectTypeOf<Json<Sent>>().toEqualTypeOf<Arrived>();
  expectTypeOf<Json<{ rows: Sent[] }>>().toEqualTypeOf<{ rows: Arrived[] }>();
  expectTypeOf<Json<(string | undefined)[]>>().toEqualTypeOf<unknown[]>();
  expectTypeOf<Json<{ total: () => number; sum: bigint }>>().toEqualTypeOf<{ total: unknown; sum: unknown }>();
});
