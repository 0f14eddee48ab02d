import { impossible } from "~/core/result";
import { Choice, Courses, Formats, Pair, Text, Tick } from "~/ui/desk/controls";
import type { PromotionKind } from "../../kinds/kinds";
import { TierFields } from "../../kinds/quantity-tiers/tier-fields";
import { type Fields, ScopeFields } from "../../units/form/scope-fields";
import { counts, discountKinds, priceKinds } from "../kinds";
import type { Choices } from "./choices.server";

type Props = { kind: PromotionKind; fields: Fields; choices: Choices };

/** The fields of a kind's terms, in the order in which one thinks of them. */
export function TermsFields({ kind, fields, choices }: Props) {
  switch (kind) {
    case "limited-sale":
    case "scheduled-sale":
      return (
        <>
          <ScopeFields fields={fields} choices={choices} label="Courses on sale" />
          <Pair>
            <Choice field={fields.priceKind} label="How the price is made" hint="For each unit" options={priceKinds} />
            <Text field={fields.price} label="Price or reduction" hint="Like 99.50, or 15 for 15 %" />
          </Pair>
        </>
      );
    case "coupon":
      return (
        <>
          <Text
            field={fields.codes}
            label="Codes"
            hint="One or several, with commas. Leave it empty to make codes in bulk afterwards."
          />
          <Pair>
            <Choice
              field={fields.discountKind}
              label="What it takes"
              hint="Of what the courses cost"
              options={discountKinds}
            />
            <Text field={fields.discount} label="How much" hint="Like 10 for 10 %, or 10.00" />
          </Pair>
          <ScopeFields fields={fields} choices={choices} label="Courses that it is for" />
          <Text
            field={fields.minimumSpend}
            label="Minimum spend, $"
            hint="Of these courses, after sales. Empty: none"
          />
          <Tick field={fields.firstOrderOnly} label="Only for a customer’s first order, so once per customer" />
        </>
      );
    case "bundle":
      return (
        <>
          <Courses
            field={fields.courseIds}
            choices={choices}
            label="Courses of the set"
            hint="Two or more; one unit of each makes a set."
          />
          <Formats field={fields.formats} />
          <Pair>
            <Text field={fields.price} label="Price of the whole set, $" hint="Like 150.00" />
            <Text field={fields.maximumSets} label="Sets in an order" hint="Empty: no limit" isNumber />
          </Pair>
        </>
      );
    case "buy-x-get-y":
      return (
        <>
          <ScopeFields fields={fields} choices={choices} label="Courses to buy" />
          <div className="grid gap-6 sm:grid-cols-4">
            <Text field={fields.buy} label="Buy" hint="Units" isNumber />
            <Text field={fields.get} label="Get" hint="Units" isNumber />
            <Text field={fields.discount} label="Off these, %" hint="100 is free" />
            <Text field={fields.maximumSets} label="Times an order" hint="Empty: no limit" isNumber />
          </div>
          <Courses
            field={fields.rewardCourseIds}
            choices={choices}
            label="What they get"
            hint="None ticked: of the same courses, the cheapest of each group."
          />
        </>
      );
    case "quantity-tiers":
      return (
        <>
          <ScopeFields fields={fields} choices={choices} label="Courses with a group price" />
          <Choice field={fields.count} label="Units are counted of" options={counts} />
          <TierFields field={fields.tiers} />
        </>
      );
    case "gift":
      return (
        <>
          <Courses field={fields.giftCourseId} choices={choices} label="The free course" isSingle />
          <Formats field={fields.giftFormats} />
          <Text field={fields.minimumSpend} label="With a purchase of, $" hint="At sale prices, without the gift" />
          <ScopeFields fields={fields} choices={choices} label="Courses that count as the purchase" />
        </>
      );
    default:
      return impossible(kind);
  }
}
