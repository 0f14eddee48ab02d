import type { ComponentType } from "react";
import type { FieldsProps } from "../units/form/course-fields";
import { SaleFields } from "../units/sale/fields";
import { BundleFields } from "./bundle/fields";
import { BuyXGetYFields } from "./buy-x-get-y/fields";
import { CouponFields } from "./coupon/fields";
import { GiftFields } from "./gift/fields";
import type { PromotionKind } from "./kinds";
import { QuantityTiersFields } from "./quantity-tiers/fields";

const fieldsOf: Record<PromotionKind, ComponentType<FieldsProps>> = {
  "limited-sale": SaleFields,
  "scheduled-sale": SaleFields,
  coupon: CouponFields,
  "quantity-tiers": QuantityTiersFields,
  bundle: BundleFields,
  "buy-x-get-y": BuyXGetYFields,
  gift: GiftFields,
};

/** The fields of a kind's terms, in the order people think of them. */
export function KindFields({ kind, ...props }: FieldsProps & { kind: PromotionKind }) {
  const Fields = fieldsOf[kind];
  return <Fields {...props} />;
}
