import type { AutomaticKind } from "../../units/kind";
import { quantityTiersForm } from "./form";
import { quantityTiersPrice } from "./price";
import { type QuantityTiersTerms, quantityTiersTerms } from "./terms";
import { quantityTiersText } from "./text";

export const quantityTiers = {
  stage: "automatic",
  terms: quantityTiersTerms,
  price: quantityTiersPrice,
  text: quantityTiersText,
  form: quantityTiersForm,
} satisfies AutomaticKind<QuantityTiersTerms>;
