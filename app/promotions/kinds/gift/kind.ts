import type { AutomaticKind } from "../../units/kind";
import { giftForm } from "./form";
import { giftPrice } from "./price";
import { type GiftTerms, giftTerms } from "./terms";
import { giftText } from "./text";

export const gift = {
  stage: "automatic",
  terms: giftTerms,
  price: giftPrice,
  text: giftText,
  form: giftForm,
} satisfies AutomaticKind<GiftTerms>;
