import { expect, test } from "vitest";
import { openCustomerSession } from "~/accounts/customer-session.server";
import { withCart } from "~/cart/cart.server";
import { db } from "~/platform/db/client.server";
import { createSampleOrder } from "../../../tests/support/orders/sample-order";
import { filledCheckout } from "../../../tests/support/visitor";
import { submitCheckout } from "./submit.server";

const url = "http://localhost:3000/checkout";

/** A visitor's cart with one sale unit; returns its cookie. */
async function fillCart(): Promise<string> {
  const headers = await withCart(new Request(url), (tx, cartId, addedAt) =>
    tx.cartLine.create({ data: { cartId, courseFormatId: "iv-therapeutics.ebook", quantity: 1, addedAt } }),
  );
  return headers.get("Set-Cookie")?.split(";")[0] ?? "";
}

test("the page that asks for consent shows the price just computed, with the signed-in shopper's own hold elsewhere counted as available", async () => {
  const email = "two-browsers@example.com";
  const { id } = await db().customer.create({ data: { customerKey: email, email, createdAt: new Date() } });
  const session = (await openCustomerSession(db(), id, new Date())).split(";")[0];
  await createSampleOrder({ email });
  const { taken } = await db().stock.findUniqueOrThrow({ where: { id: "iv-therapeutics-sale" } });
  await db().stock.update({ where: { id: "iv-therapeutics-sale" }, data: { capacity: taken } });
  const answer = await submitCheckout(
    new Request(url, {
      method: "POST",
      headers: { Cookie: `${await fillCart()}; ${session}` },
      body: new URLSearchParams(filledCheckout({ email, agreedCents: 9000 })),
    }),
    "::1",
  );
  expect(answer.status).toBe(409);
  expect(await answer.json()).toMatchObject({
    refusal: { kind: "price-changed", agreed: 9000 },
    cart: { total: 9950 },
  });
});
