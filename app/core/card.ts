const brands: Record<string, string> = {
  amex: "American Express",
  diners: "Diners Club",
  discover: "Discover",
  jcb: "JCB",
  mastercard: "Mastercard",
  unionpay: "UnionPay",
  visa: "Visa",
};

/** "Visa … 4242", from the names that Stripe gives brands; undefined where the digits are not known. */
export function cardName(brand: string | null, last4: string | null): string | undefined {
  if (last4 === null) return undefined;
  return `${brands[brand ?? ""] ?? "Card"} … ${last4}`;
}
