import { formatPercent } from "~/core/percent";
import type { KindText } from "../../units/kind";
import { describeMaximum, describeScope } from "../../units/scope-text";
import type { BuyXGetYTerms } from "./terms";

export const buyXGetYText: KindText<BuyXGetYTerms> = {
  name: "buy X, get Y",
  example: "Buy two eBooks, get a third one free.",
  describe: (terms, titleOf, most) => {
    const reward = terms.reward ? ` of ${describeScope(terms.reward, titleOf, most)}` : "";
    const discount = terms.discount === 10_000 ? "free" : `at ${formatPercent(terms.discount)} off`;
    return `${describeScope(terms.scope, titleOf, most)}: buy ${terms.buy}, get ${terms.get}${reward} ${discount}${describeMaximum(terms.maximumSets)}`;
  },
};
