import type { z } from "zod";
import type { TermsForm } from "../units/form/terms-form";
import { saleForm } from "../units/sale/form";
import { bundleForm } from "./bundle/form";
import { buyXGetYForm } from "./buy-x-get-y/form";
import { couponForm } from "./coupon/form";
import { giftForm } from "./gift/form";
import type { PromotionKind, Terms } from "./kinds";
import { quantityTiersForm } from "./quantity-tiers/form";

const forms = {
  "limited-sale": saleForm("limited-sale"),
  "scheduled-sale": saleForm("scheduled-sale"),
  coupon: couponForm,
  bundle: bundleForm,
  "buy-x-get-y": buyXGetYForm,
  "quantity-tiers": quantityTiersForm,
  gift: giftForm,
} satisfies Record<PromotionKind, unknown>;

type AnyForm = {
  shape: z.ZodRawShape;
  read: (input: object, context: z.RefinementCtx, saved: Terms | undefined) => Terms;
  fields: TermsForm<z.ZodRawShape, PromotionKind>["fields"];
};

/** The form of a kind's terms. Each reads what its own fields gave; which one it is, is known only when it runs. */
export function termsForm(kind: PromotionKind): AnyForm {
  return forms[kind] as unknown as AnyForm;
}

const fieldsOfParts: Record<string, string> = {
  scope: "courseIds",
  items: "courseIds",
  reward: "rewardCourseIds",
  courseId: "giftCourseId",
};

/** The form field that shows a part of the terms. */
export function termsFieldOf(part = "scope"): string {
  return fieldsOfParts[part] ?? part;
}
