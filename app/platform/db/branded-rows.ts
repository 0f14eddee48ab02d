import type {
  ApprovalId,
  CartId,
  CourseFormatId,
  CourseId,
  CustomerId,
  CustomerKey,
  DisputeId,
  EnrollmentId,
  OrderId,
  OrderLineId,
  PostTestId,
  PromotionId,
  RefundId,
  RefundRequestId,
  ShipmentId,
  ShippingZoneId,
  StaffMemberId,
  StockId,
} from "~/core/ids";
import type { Cents } from "~/core/money";
import type { Prisma, PrismaClient } from "../prisma/sqlite/client";

/** The brand of a model's own `id`. */
type OwnIds = {
  Approval: ApprovalId;
  Cart: CartId;
  Course: CourseId;
  CourseFormat: CourseFormatId;
  Customer: CustomerId;
  Dispute: DisputeId;
  Enrollment: EnrollmentId;
  Order: OrderId;
  OrderLine: OrderLineId;
  PostTest: PostTestId;
  Promotion: PromotionId;
  Refund: RefundId;
  RefundRequest: RefundRequestId;
  Shipment: ShipmentId;
  ShippingZone: ShippingZoneId;
  StaffMember: StaffMemberId;
  Stock: StockId;
};

/** The brand of a field by its name in any model; every `…Cents` is `Cents`. */
type OtherIds = {
  approvalId: ApprovalId;
  cartId: CartId;
  courseFormatId: CourseFormatId;
  courseId: CourseId;
  customerId: CustomerId;
  customerKey: CustomerKey;
  enrollmentId: EnrollmentId;
  orderId: OrderId;
  orderLineId: OrderLineId;
  participantKey: CustomerKey;
  postTestId: PostTestId;
  promotionId: PromotionId;
  refundId: RefundId;
  shipmentId: ShipmentId;
  staffMemberId: StaffMemberId;
  stockId: StockId;
  zoneId: ShippingZoneId;
};

type Brand<Model, Field> = Field extends `${string}Cents`
  ? Cents
  : Field extends keyof OtherIds
    ? OtherIds[Field]
    : Field extends "id"
      ? Model extends keyof OwnIds
        ? OwnIds[Model]
        : never
      : never;

type Models = Prisma.TypeMap["model"];
type Scalars<Model extends keyof Models> = Models[Model]["payload"]["scalars"];
type BrandedField<Model extends keyof Models> = keyof {
  [Field in keyof Scalars<Model> as Brand<Model, Field> extends never ? never : Field]: true;
};
type BrandedFields<Model extends keyof Models> = {
  [Field in BrandedField<Model>]: Brand<Model, Field> | Extract<Scalars<Model>[Field], null>;
};

/** A complete row of a model. */
export type Row<Model extends keyof Models> = Omit<Scalars<Model>, BrandedField<Model>> & BrandedFields<Model>;

/** Prisma's extended-client types, used only for typing: every row read is branded, and nothing runs. */
type Computed<Fields> = { [Field in keyof Fields]: () => { compute: () => Fields[Field] } };
type BrandedRows = {
  result: { [Model in keyof Models as Uncapitalize<Model>]: Computed<BrandedFields<Model>> };
  model: Record<never, never>;
  query: Record<never, never>;
  client: Record<never, never>;
};

/** The client with branded rows. SQLite's types serve both databases, which share the same models. */
export type Client = PrismaClient<never, Prisma.PrismaClientOptions["omit"], BrandedRows>;
