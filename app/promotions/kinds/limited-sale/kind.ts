import type { SaleKind } from "../../units/kind";
import { saleForm } from "../../units/sale/form";
import { salePrice } from "../../units/sale/price";
import { describeSale } from "../../units/sale/text";
import { type LimitedSaleTerms, limitedSaleTerms } from "./terms";

export const limitedSale = {
  stage: "sales",
  terms: limitedSaleTerms,
  price: salePrice,
  text: {
    name: "limited sale",
    example: "IV Therapeutics at $99.50 for the last 40, two per customer.",
    describe: describeSale,
  },
  form: saleForm("limited-sale"),
} satisfies SaleKind<LimitedSaleTerms>;
