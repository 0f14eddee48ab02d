const brands: Record<string, string> = {
  amex: "American Express",
  diners: "Diners Club",
  discover: "Discover",
  jcb: "JCB",
  mastercard: "Mastercard",
  unionpay: "UnionPay",
  visa: "Visa",
};

/** "Visa ending in 4242", from Stripe's name for the brand; undefined if no card is known. */
export function cardText({ cardBrand, cardLast4 }: { cardBrand: string | null; cardLast4: string | null }) {
  if (cardLast4 === null) return undefined;
  return `${brands[cardBrand ?? ""] ?? "Card"} ending in ${cardLast4}`;
}
