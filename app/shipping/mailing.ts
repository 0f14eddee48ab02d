import { type Cents, formatCents, noCents } from "~/core/money";
import { assertNever } from "~/core/result";
import { formatPounds } from "./weight";
import type { Estimate, Quote } from "./zones";

/** How a page describes shipping a cart's books. */
export type Mailing = {
  label: string;
  /** "$5.95", "from $5.95", or "not available". */
  price: string;
  /** Extra information. */
  note?: string;
  /** Why the cart can't be paid for, and what to do. */
  problem?: string;
  /** The price depends on the address. */
  isOpen: boolean;
};

/** The price used in totals: the lowest possible one until the address is known. */
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

/** Describes shipping for a parcel of `grams`. */
export function describeMailing(quote: Quote | Estimate, grams: number): Mailing {
  switch (quote.kind) {
    case "rate":
      return chargedMailing(quote.price, quote.zone);
    case "estimate": {
      const { from, to } = quote;
      if (from === to) return { label: "Shipping", price: formatCents(from), isOpen: false };
      return {
        label: "Shipping",
        price: `from ${formatCents(from)}`,
        note: `${formatCents(from)} to ${formatCents(to)}, depending on the address. You’ll see the exact price before you pay.`,
        isOpen: true,
      };
    }
    case "not-served":
      return {
        label: "Shipping",
        price: "not available",
        problem: "We don’t ship books to this address. Choose the eBook instead, or use another address.",
        isOpen: false,
      };
    case "too-heavy": {
      const where = "zone" in quote ? ` (${quote.zone})` : "";
      return {
        label: "Shipping",
        price: "too heavy",
        problem: `These books weigh ${formatPounds(grams)} with packaging, and a parcel can weigh up to ${formatPounds(quote.maxGrams)}${where}. Split them into two or more orders, or choose some as eBooks.`,
        isOpen: false,
      };
    }
    default:
      return assertNever(quote);
  }
}

/** Shipping as charged; `zone` is unknown for old orders. */
export function chargedMailing(price: Cents | number, zone: string | null): Mailing {
  return { label: zone ? `Shipping: ${zone}` : "Shipping", price: formatCents(price), isOpen: false };
}
