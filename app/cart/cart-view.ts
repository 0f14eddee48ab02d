import { type Format, formatNames } from "~/catalog/formats";
import type { LineNote } from "./line-notes";

export type ViewPortion = { quantity: number; unitPrice: number; total: number; promotion?: string };
export type ViewLine = {
  courseFormatId: string;
  slug: string;
  title: string;
  format: Format;
  formatName: string;
  quantity: number;
  regularPrice: number;
  portions: ViewPortion[];
  total: number;
  notes: LineNote[];
};

/** What a page shows of a priced cart. Amounts are cents. */
export type CartView = {
  lines: ViewLine[];
  /** Formats that the shop no longer sells. */
  gone: string[];
  items: number;
  regularItems: number;
  shipping: number;
  total: number;
  isMailed: boolean;
  canCheckOut: boolean;
};

type Source = {
  items: { course: { slug: string; title: string }; notes: LineNote[] }[];
  gone: string[];
  shippingCents: number;
  totalCents: number;
  priced: {
    items: number;
    regularItems: number;
    lines: {
      id: string;
      format: Format;
      quantity: number;
      regularPrice: number;
      total: number;
      portions: { quantity: number; unitPrice: number; total: number; promotion?: { name: string } }[];
    }[];
  };
};

export function viewCart({ items, gone, priced, shippingCents, totalCents }: Source): CartView {
  const lines = priced.lines.map((line, index): ViewLine => {
    const item = items[index];
    if (!item) throw new Error("a priced line has no course");
    return {
      courseFormatId: line.id,
      slug: item.course.slug,
      title: item.course.title,
      format: line.format,
      formatName: formatNames[line.format],
      quantity: line.quantity,
      regularPrice: line.regularPrice,
      portions: line.portions.map(({ promotion, ...portion }) => ({ ...portion, promotion: promotion?.name })),
      total: line.total,
      notes: item.notes,
    };
  });
  return {
    lines,
    gone,
    items: priced.items,
    regularItems: priced.regularItems,
    shipping: shippingCents,
    total: totalCents,
    isMailed: lines.some(({ format }) => format === "book_by_mail"),
    canCheckOut: lines.length > 0 && gone.length === 0 && !lines.some(({ notes }) => notes.some((note) => note.blocks)),
  };
}
