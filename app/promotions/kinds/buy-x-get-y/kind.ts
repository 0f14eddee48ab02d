import type { AutomaticKind } from "../../units/kind";
import { buyXGetYForm } from "./form";
import { buyXGetYPrice } from "./price";
import { type BuyXGetYTerms, buyXGetYTerms } from "./terms";
import { buyXGetYText } from "./text";

export const buyXGetY = {
  stage: "automatic",
  terms: buyXGetYTerms,
  price: buyXGetYPrice,
  text: buyXGetYText,
  form: buyXGetYForm,
} satisfies AutomaticKind<BuyXGetYTerms>;
