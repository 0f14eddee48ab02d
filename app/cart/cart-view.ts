import type { CoverCourse } from "~/catalog/cover/course-cover";
import { leadingDiscipline } from "~/catalog/read/course";
import { type Format, formatNames } from "~/catalog/read/formats";
import type { CourseFormatId } from "~/core/ids";
import { type Cents, noCents, sumCents } from "~/core/money";
import { explainRefusal } from "~/promotions/pricing/refusal-text";
import { listSavings, type Saving } from "~/promotions/pricing/savings";
import { describeMailing, isMailable, type Mailing } from "~/shipping/mailing";
import { type CartHint, chooseHint } from "./cart-hint";
import type { LineNote } from "./line-notes";
import type { ReadCart } from "./priced-cart.server";
import { type ViewPortion, viewPortion } from "./view-portion";

export type ViewLine = {
  courseFormatId: CourseFormatId;
  cover: CoverCourse;
  slug: string;
  title: string;
  format: Format;
  formatName: string;
  quantity: number;
  portions: ViewPortion[];
  total: Cents;
  notes: LineNote[];
};

/** An entered code. `refusal`: why it has no effect and what would make it work. */
export type ViewCoupon = { code: string; name?: string; amount: Cents; refusal?: string };

/** What a page shows of a priced cart. Amounts are cents. */
export type CartView = {
  lines: ViewLine[];
  /** Formats the shop no longer sells. */
  unavailable: CourseFormatId[];
  coupons: ViewCoupon[];
  hint?: CartHint;
  items: Cents;
  regularItems: Cents;
  savings: Saving[];
  /** Null until the shopper enters an address. */
  tax: Cents | null;
  /** The total as far as it is known. */
  total: Cents;
  /** Whether `total` is final. */
  isTotalKnown: boolean;
  /** Undefined when nothing is mailed. */
  mailing?: Mailing;
  canCheckOut: boolean;
  /** The catalog's revision, for the covers. */
  revision: number;
};

/** `taxCents` is Stripe's tax for the shopper's address, once known. */
export function viewCart(cart: ReadCart, taxCents?: Cents): CartView {
  const { items, unavailable, priced, promotions, catalog, shop, shipping, totalCents } = cart;
  const lines = priced.lines.map((line, index): ViewLine => {
    const item = items[index];
    if (!item) throw new Error("a priced line has no course");
    const { course, notes } = item;
    const { slug, title } = course;
    return {
      courseFormatId: line.id,
      cover: { slug, title, discipline: leadingDiscipline(course) },
      slug,
      title,
      format: line.format,
      formatName: formatNames[line.format],
      quantity: line.quantity,
      portions: line.portions.map(viewPortion),
      total: line.total,
      notes,
    };
  });
  const mailing = shipping && describeMailing(shipping, cart.weightGrams);
  const tax = shop.taxMode === "none" ? noCents : (taxCents ?? null);
  return {
    lines,
    unavailable,
    coupons: priced.coupons.map(({ code, name, amount, refusal }) => ({
      code,
      name,
      amount,
      refusal: refusal && explainRefusal(refusal, code, shop.timeZone),
    })),
    hint: chooseHint(priced.hints, { courses: catalog.byId, promotions }),
    items: priced.items,
    regularItems: priced.regularItems,
    savings: listSavings(priced.lines.flatMap(({ portions }) => portions)),
    tax,
    total: sumCents([totalCents, tax ?? noCents]),
    isTotalKnown: tax !== null && !mailing?.isOpen,
    mailing,
    canCheckOut:
      lines.length > 0 &&
      unavailable.length === 0 &&
      isMailable(shipping) &&
      !lines.some(({ notes }) => notes.some((note) => note.blocks)),
    revision: catalog.revision,
  };
}
