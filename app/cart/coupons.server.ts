import type { OrderId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import { createRateLimit } from "~/platform/http/rate-limit.server";
import type { CouponRefusal } from "~/promotions/pricing/priced-cart";
import { explainRefusal } from "~/promotions/pricing/refusal-text";
import { normalizeCode } from "~/promotions/units/code";
import { cartIdOf, readCodes, withCart } from "./cart.server";
import { maximumCodes } from "./cart-change";
import { readPricedCart } from "./priced-cart.server";

type Entry = { typed: string; ownOrders: OrderId[]; clientAddress: string };

/** Guesses only: who knows a code never meets this. */
const wrongCodes = createRateLimit(30, 60);

/** Puts a code into the cart, and answers the headers that keep it there, or says why it does nothing. A code that the shopper
 *  can make work by changing the cart is kept, with its words beside it. */
export async function enterCode(request: Request, entry: Entry): Promise<Result<Headers, string>> {
  const { typed, ownOrders, clientAddress } = entry;
  const code = normalizeCode(typed);
  if (code === "") return failed("Enter a coupon code.");
  const cartId = await cartIdOf(request);
  const codes = await readCodes(cartId);
  if (codes.length >= maximumCodes && !codes.includes(code)) return failed(tooMany);
  if ((await wrongCodes.wait(clientAddress)) > 0)
    return failed("Too many codes were wrong. Please wait a minute, then enter yours.");
  const { priced, shop } = await readPricedCart({ cartId, ownOrders, triedCode: code });
  const refusal = priced.coupons.find((coupon) => coupon.code === code)?.refusal;
  if (refusal?.kind === "unknown") await wrongCodes.use(clientAddress);
  if (refusal && !isInShoppersHands(refusal)) return failed(explainRefusal(refusal, code, shop.timeZone));

  let isFull = false;
  const headers = await withCart(request, async (tx, id, enteredAt) => {
    const others = await tx.cartCoupon.count({ where: { cartId: id, code: { not: code } } });
    isFull = others >= maximumCodes;
    if (isFull) return;
    const coupon = { cartId: id, code };
    await tx.cartCoupon.upsert({
      where: { cartId_code: coupon },
      create: { ...coupon, enteredAt },
      update: {},
    });
  });
  return isFull ? failed(tooMany) : ok(headers);
}

export function removeCode(request: Request, code: string): Promise<Headers> {
  return withCart(request, (tx, cartId) => tx.cartCoupon.deleteMany({ where: { cartId, code: normalizeCode(code) } }));
}

const tooMany = `At most ${maximumCodes} codes in an order. Remove one of them first.`;

/** Whether another cart would make the coupon work. */
function isInShoppersHands({ kind }: CouponRefusal): boolean {
  return ["nothing-in-scope", "minimum-spend", "does-not-combine", "others-are-cheaper"].includes(kind);
}
