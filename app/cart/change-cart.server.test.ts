import { expect, test } from "vitest";
import { db } from "~/platform/db/client.server";
import { maximumLines } from "./cart-change";
import { changeCart } from "./change-cart.server";

test("SECURITY 40: a full cart takes no other item, but changes what it has", async () => {
  const formats = await db().courseFormat.findMany({
    where: { course: { status: "published" } },
    take: maximumLines + 1,
    select: { id: true },
  });
  expect(formats).toHaveLength(maximumLines + 1);
  let cookie = "";
  const send = (fields: Record<string, string>) => {
    const body = new URLSearchParams(fields);
    const request = new Request("http://localhost:3000/cart", { method: "POST", body, headers: { Cookie: cookie } });
    return changeCart(request, { ownOrders: [], clientAddress: "192.0.2.1" });
  };
  for (const { id } of formats.slice(0, maximumLines)) {
    const added = await send({ intent: "add", courseFormatId: id });
    if (added.ok) cookie = added.value.get("Set-Cookie")?.split(";", 1)[0] ?? "";
  }
  const last = formats.at(-1)?.id ?? "";
  const refused = await send({ intent: "add", courseFormatId: last });
  expect(refused).toMatchObject({ ok: false, problem: { message: expect.stringContaining("50 different items") } });
  expect(await db().cartLine.count()).toBe(maximumLines);
  const [first, second] = formats;
  expect(await send({ intent: "set", courseFormatId: first?.id ?? "", quantity: "3" })).toMatchObject({ ok: true });
  expect(await send({ intent: "remove", courseFormatId: second?.id ?? "" })).toMatchObject({ ok: true });
  expect(await send({ intent: "add", courseFormatId: last })).toMatchObject({ ok: true });
});
