import { z } from "zod";

/** What the shop calls its own things by. Text becomes one at the edge: `OrderId.parse(params.order)`. */
export const OrderId = z.string().brand<"OrderId">();
export type OrderId = z.infer<typeof OrderId>;

export const OrderLineId = z.string().brand<"OrderLineId">();
export type OrderLineId = z.infer<typeof OrderLineId>;

export const CartId = z.string().brand<"CartId">();
export type CartId = z.infer<typeof CartId>;

export const CourseId = z.string().brand<"CourseId">();
export type CourseId = z.infer<typeof CourseId>;

export const CourseFormatId = z.string().brand<"CourseFormatId">();
export type CourseFormatId = z.infer<typeof CourseFormatId>;

export const PromotionId = z.string().brand<"PromotionId">();
export type PromotionId = z.infer<typeof PromotionId>;

export const StockId = z.string().brand<"StockId">();
export type StockId = z.infer<typeof StockId>;

export const EnrollmentId = z.string().brand<"EnrollmentId">();
export type EnrollmentId = z.infer<typeof EnrollmentId>;

export const RefundId = z.string().brand<"RefundId">();
export type RefundId = z.infer<typeof RefundId>;

export const RefundRequestId = z.string().brand<"RefundRequestId">();
export type RefundRequestId = z.infer<typeof RefundRequestId>;

export const DisputeId = z.string().brand<"DisputeId">();
export type DisputeId = z.infer<typeof DisputeId>;

export const ShipmentId = z.string().brand<"ShipmentId">();
export type ShipmentId = z.infer<typeof ShipmentId>;

export const ApprovalId = z.string().brand<"ApprovalId">();
export type ApprovalId = z.infer<typeof ApprovalId>;

export const PostTestId = z.string().brand<"PostTestId">();
export type PostTestId = z.infer<typeof PostTestId>;

export const ShippingZoneId = z.string().brand<"ShippingZoneId">();
export type ShippingZoneId = z.infer<typeof ShippingZoneId>;

export const CustomerId = z.string().brand<"CustomerId">();
export type CustomerId = z.infer<typeof CustomerId>;

export const StaffMemberId = z.string().brand<"StaffMemberId">();
export type StaffMemberId = z.infer<typeof StaffMemberId>;

/** Names a customer in limits and on learners: `customerKeyOf` makes it of an e-mail address. */
export const CustomerKey = z.string().brand<"CustomerKey">();
export type CustomerKey = z.infer<typeof CustomerKey>;
