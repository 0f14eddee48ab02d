import type { AutomaticKind } from "../../units/kind";
import { bundleForm } from "./form";
import { bundlePrice } from "./price";
import { type BundleTerms, bundleTerms } from "./terms";
import { bundleText } from "./text";

export const bundle = {
  stage: "automatic",
  terms: bundleTerms,
  price: bundlePrice,
  text: bundleText,
  form: bundleForm,
} satisfies AutomaticKind<BundleTerms>;
