import { formatCents } from "~/core/money";
import type { KindText } from "../../units/kind";
import { isWholeCatalog } from "../../units/scope";
import { describeFormats, describeScope } from "../../units/scope-text";
import type { GiftTerms } from "./terms";

export const giftText: KindText<GiftTerms> = {
  name: "free course",
  example: "A free radiation-safety course with every order of $200.00 or more.",
  describe: ({ courseId, formats, scope, minimumSpend }, titleOf, most) => {
    const minimum = formatCents(minimumSpend);
    const purchase = isWholeCatalog(scope)
      ? `an order of ${minimum} or more`
      : `${minimum} or more of ${describeScope(scope, titleOf, most)}`;
    return `${titleOf(courseId)}${describeFormats(formats)} free with ${purchase}`;
  },
};
