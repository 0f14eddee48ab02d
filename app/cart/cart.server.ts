import { readCatalog } from "~/catalog/read/catalog.server";
import type { Course } from "~/catalog/read/course";
import { maximumQuantity } from "~/catalog/read/maximum-quantity";
import { CartId, type CourseFormatId, type CourseId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import { now } from "~/platform/clock.server";
import { db, type Queries } from "~/platform/db/client.server";
import { transaction } from "~/platform/db/transaction.server";
import { shopCookie } from "~/platform/http/cookies.server";
import { newSecret } from "~/platform/secrets.server";
import { type LineChange, maximumLines } from "./cart-change";

const days = 24 * 60 * 60;
const cookie = () => shopCookie("cart", 60 * days);

/** The id of the visitor's cart; undefined if there is none yet or the cookie was tampered with. */
export async function cartIdOf(request: Request): Promise<CartId | undefined> {
  const id: unknown = await cookie().parse(request.headers.get("Cookie"));
  return CartId.safeParse(id).data;
}

export type StoredLine = { courseFormatId: CourseFormatId; quantity: number };

/** The lines in the order they were added, including retired courses, so none disappears silently. */
export async function readLines(cartId: CartId | undefined): Promise<StoredLine[]> {
  if (!cartId) return [];
  return db().cartLine.findMany({
    where: { cartId },
    orderBy: [{ addedAt: "asc" }, { courseFormatId: "asc" }],
    select: { courseFormatId: true, quantity: true },
  });
}

/** A cart's coupon codes in the order they were entered. */
export async function readCodes(cartId: CartId | undefined): Promise<string[]> {
  if (!cartId) return [];
  const rows = await db().cartCoupon.findMany({
    where: { cartId },
    orderBy: [{ enteredAt: "asc" }, { code: "asc" }],
    select: { code: true },
  });
  return rows.map(({ code }) => code);
}

/** Courses already paid for from this cart. Only this browser's orders: what other people bought is private. */
export async function readBoughtCourses(cartId: CartId | undefined): Promise<Set<CourseId>> {
  if (!cartId) return new Set();
  const lines = await db().orderLine.findMany({
    where: { order: { cartId, state: "paid" } },
    select: { courseFormat: { select: { courseId: true } } },
  });
  return new Set(lines.map(({ courseFormat }) => courseFormat.courseId));
}

export async function countUnits(request: Request): Promise<number> {
  const lines = await readLines(await cartIdOf(request));
  return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** Changes the visitor's cart in one transaction, creating it if needed. Returns the headers that keep it with the visitor.
 *  Changes to one cart wait for each other. */
export async function withCart(
  request: Request,
  change: (tx: Queries, cartId: CartId, at: Date) => Promise<unknown>,
): Promise<Headers> {
  const known = await cartIdOf(request);
  const cartId = known ?? CartId.parse(newSecret());
  const at = now();
  await transaction(async (tx) => {
    await tx.cart.upsert({ where: { id: cartId }, create: { id: cartId, updatedAt: at }, update: { updatedAt: at } });
    await change(tx, cartId, at);
  });
  return cartCookie(cartId);
}

/** The headers that make this the visitor's cart. */
export async function cartCookie(cartId: CartId): Promise<Headers> {
  return new Headers({ "Set-Cookie": await cookie().serialize(cartId) });
}

/** Applies a change to the lines. Adding a format that is already in the cart adds the quantities. Refused if the cart has as
 *  many lines as it holds. */
export async function changeLines(request: Request, change: LineChange): Promise<Result<Headers, string>> {
  let isFull = false;
  const headers = await withCart(request, async (tx, cartId, addedAt) => {
    const { courseFormatId } = change;
    if (change.intent === "remove" || (change.intent === "set" && change.quantity === 0)) {
      await tx.cartLine.deleteMany({ where: { cartId, courseFormatId } });
      return;
    }
    const others = await tx.cartLine.count({ where: { cartId, courseFormatId: { not: courseFormatId } } });
    isFull = others >= maximumLines;
    if (isFull) return;
    const { quantity } = change;
    await tx.cartLine.upsert({
      where: { cartId_courseFormatId: { cartId, courseFormatId } },
      create: { cartId, courseFormatId, quantity, addedAt },
      update: { quantity: change.intent === "add" ? { increment: quantity } : quantity },
    });
    // The form enforces the limit; adding up can exceed it.
    await tx.cartLine.updateMany({
      where: { cartId, courseFormatId, quantity: { gt: maximumQuantity } },
      data: { quantity: maximumQuantity },
    });
  });
  return isFull ? failed(tooMany) : ok(headers);
}

const tooMany = `Your cart can hold ${maximumLines} different items. Check out, then start another order for the rest.`;

/** The published course of a format; undefined if it can't be added to a cart. */
export async function courseOfFormat(courseFormatId: CourseFormatId): Promise<Course | undefined> {
  return (await readCatalog()).byFormat.get(courseFormatId);
}
