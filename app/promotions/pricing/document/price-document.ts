import { z } from "zod";
import { DisciplineCode } from "~/catalog/read/disciplines";
import { Format } from "~/catalog/read/formats";
import { CourseFormatId, CourseId, PromotionId } from "~/core/ids";
import { Terms } from "../../kinds/kinds";
import { CentsAmount } from "../../units/discount";
import { findContradictions } from "./contradictions";

const Instant = z.iso.datetime({ offset: true }).describe("An instant, like 2026-11-24T12:00:00-06:00.");
const Units = z.record(z.string(), z.int().min(0).max(1_000_000_000));
const Code = z.string().min(1).max(60);

const Line = z.strictObject({
  id: CourseFormatId.min(1).describe("Identifies the line; in the shop, the course format's id."),
  courseId: CourseId.min(1),
  format: Format,
  quantity: z.int().min(1).max(10_000),
  regularPrice: CentsAmount.describe("Price of a unit without promotions, in whole cents."),
  disciplines: z.array(DisciplineCode).default([]),
  contentCategories: z.array(z.string()).default([]),
  approver: z.string().default(""),
  creditsHundredths: z.int().min(0).default(0),
});

const PromotionRow = z
  .strictObject({
    id: PromotionId.min(1),
    version: z.int().min(1).default(1),
    name: z.string().default(""),
    terms: Terms,
    startsAt: Instant,
    endsAt: Instant.describe("The first instant at which it no longer counts."),
    isPaused: z.boolean().default(false),
    codes: z.array(Code).optional().describe("A coupon's codes. Letter case, spaces, and hyphens don't matter."),
  })
  .refine(({ startsAt, endsAt }) => Date.parse(startsAt) < Date.parse(endsAt), {
    path: ["endsAt"],
    message: "The end must be later than the start.",
  });

const Stock = z.strictObject({
  units: Units.default({}).describe(
    "Units (or uses) left of a promotion, by its id. A promotion that is not listed has no limit.",
  ),
  codes: Units.default({}).describe("Uses left of a single code. A code that is not listed has no limit."),
});

const Shopper = z.strictObject({
  unitsAllowed: Units.default({}).describe(
    "Units (or uses) that this customer can still take of a promotion, by its id.",
  ),
  codes: z.array(Code).max(20).default([]).describe("Coupon codes in the order entered."),
  isFirstOrder: z.boolean().optional().describe("Unknown if omitted, and then treated as a first order."),
});

const Refund = z.strictObject({ line: CourseFormatId, quantity: z.int().min(1) });

const Shape = z.strictObject({
  lines: z.array(Line).max(200),
  promotions: z.array(PromotionRow).max(2_000).default([]),
  stock: Stock.prefault({}),
  shopper: Shopper.prefault({}),
  now: Instant.describe("The instant at which the cart is priced."),
  refunds: z.array(Refund).max(10_000).optional().describe("Units to refund, one refund after another."),
});

/** A cart with everything its price depends on: `npm run price` reads it, and the simulator writes it. */
export const PriceDocument = Shape.superRefine((document, context) => {
  for (const { path, message } of findContradictions(document)) context.addIssue({ code: "custom", path, message });
});
export type PriceDocument = z.infer<typeof Shape>;
export type PriceDocumentInput = z.input<typeof Shape>;
