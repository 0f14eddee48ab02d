import { type Cents, formatCents, noCents } from "~/core/money";
import { impossible } from "~/core/result";
import { formatPounds } from "./weight";
import type { Estimate, Quote } from "./zones";

/** What a page says about mailing a cart's books. */
export type Mailing = {
  label: string;
  /** "$5.95", "from $5.95", or that it can't be done. */
  price: string;
  /** What else there is to know. */
  note?: string;
  /** Why the cart can't be paid as it is, and what to do. */
  problem?: string;
  /** The price depends on where the parcel goes. */
  isOpen: boolean;
};

/** The price that a total is made with: while the address is unknown the least that it can be. */
export function mailingCents(quote: Quote | Estimate | undefined): Cents {
  switch (quote?.kind) {
    case "rate":
      return quote.price;
    case "estimate":
      return quote.from;
    default:
      return noCents;
  }
}

export function isMailable(quote: Quote | Estimate | undefined): boolean {
  return quote === undefined || quote.kind === "rate" || quote.kind === "estimate";
}

/** The words for a parcel of `grams`. */
export function describeMailing(quote: Quote | Estimate, grams: number): Mailing {
  switch (quote.kind) {
    case "rate":
      return chargedMailing(quote.price, quote.zone);
    case "estimate": {
      const { from, to } = quote;
      if (from === to) return { label: "Mailing", price: formatCents(from), isOpen: false };
      return {
        label: "Mailing",
        price: `from ${formatCents(from)}`,
        note: `${formatCents(from)} to ${formatCents(to)}, by where the books go. You see the price for your address before you pay.`,
        isOpen: true,
      };
    }
    case "not-served":
      return {
        label: "Mailing",
        price: "not possible",
        problem: "We do not mail books to this address. Choose the eBook instead, or another address.",
        isOpen: false,
      };
    case "too-heavy": {
      const where = "zone" in quote ? ` (${quote.zone})` : "";
      return {
        label: "Mailing",
        price: "too heavy",
        problem: `These books weigh ${formatPounds(grams)} with their packaging, and one parcel may weigh ${formatPounds(quote.mostGrams)}${where}. Order them in two or more orders, or choose some as eBooks.`,
        isOpen: false,
      };
    }
    default:
      return impossible(quote);
  }
}

/** Mailing as it was charged; `zone` is unknown for old orders. */
export function chargedMailing(price: Cents | number, zone: string | null): Mailing {
  return { label: zone ? `Mailing: ${zone}` : "Mailing", price: formatCents(price), isOpen: false };
}
