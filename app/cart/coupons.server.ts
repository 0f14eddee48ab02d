import { auditRefusal } from "~/audit/refusal.server";
import type { OrderId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import { createNetworkLimit } from "~/platform/limits/rate-limit.server";
import type { CouponRefusal } from "~/promotions/pricing/priced-cart";
import { explainRefusal } from "~/promotions/pricing/refusal-text";
import { normalizeCode } from "~/promotions/units/code";
import { cartIdOf, readCodes, withCart } from "./cart.server";
import { maximumCodes } from "./cart-change";
import { readPricedCart } from "./priced-cart.server";

type Entry = { typed: string; ownOrders: OrderId[]; clientAddress: string };

/** Counts wrong codes only, so shoppers with real codes never hit it. */
const wrongCodes = createNetworkLimit("wrong-codes", 30, 60);

/** Adds a code to the cart and returns the headers that keep it there, or says why it has no effect. A code that would work
 *  with another cart is kept, with the reason next to it. */
export async function enterCode(request: Request, entry: Entry): Promise<Result<Headers, string>> {
  const { typed, ownOrders, clientAddress } = entry;
  const code = normalizeCode(typed);
  if (code === "") return failed("Enter a coupon code.");
  const cartId = await cartIdOf(request);
  const codes = await readCodes(cartId);
  if (codes.length >= maximumCodes && !codes.includes(code)) return failed(tooMany);
  // Counted before it is known to be wrong, so no number of simultaneous guesses gets past the limit.
  if ((await wrongCodes.use(clientAddress)) > 0) {
    await auditRefusal({ action: "coupon.too-many-attempts", subject: "coupon:unknown" });
    return failed("Too many incorrect codes. Wait a minute, then try again.");
  }
  const { priced, shop } = await readPricedCart({ cartId, ownOrders, triedCode: code });
  const refusal = priced.coupons.find((coupon) => coupon.code === code)?.refusal;
  if (refusal?.kind !== "unknown") await wrongCodes.giveBack(clientAddress);
  if (refusal && !isFixableByShopper(refusal)) return failed(explainRefusal(refusal, code, shop.timeZone));

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

const tooMany = `You can use at most ${maximumCodes} codes per order. Remove one first.`;

/** Whether the shopper can make the coupon work by changing the cart. */
function isFixableByShopper({ kind }: CouponRefusal): boolean {
  return ["nothing-in-scope", "minimum-spend", "does-not-combine", "others-are-cheaper"].includes(kind);
}
