import type { SaleKind } from "../../units/kind";
import { saleForm } from "../../units/sale/form";
import { salePrice } from "../../units/sale/price";
import { describeSale } from "../../units/sale/text";
import { type ScheduledSaleTerms, scheduledSaleTerms } from "./terms";

export const scheduledSale = {
  stage: "sales",
  terms: scheduledSaleTerms,
  price: salePrice,
  text: {
    name: "sale",
    example: "15% off every CT course in the first week of December.",
    describe: describeSale,
  },
  form: saleForm("scheduled-sale"),
} satisfies SaleKind<ScheduledSaleTerms>;
