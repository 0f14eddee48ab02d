import { z } from "zod";
import { paymentOutcomes } from "../flow/pay";
import { testCardNames } from "../objects/card";

const Address = z.strictObject({
  line1: z.string(),
  line2: z.string().nullable().default(null),
  city: z.string().nullable().default(null),
  state: z.string().nullable().default(null),
  postal_code: z.string().nullable().default(null),
  country: z.string().length(2),
});

export const AdvanceClock = z.strictObject({
  advanceSeconds: z
    .number()
    .int()
    .min(0)
    .max(10 * 366 * 24 * 3600),
});

export const SetWebhooks = z.strictObject({
  mode: z.enum(["deliver", "delay", "hold", "drop", "duplicate"]).optional(),
  /** Real milliseconds before the first attempt, in mode `delay`. */
  delayMs: z.number().int().min(0).max(3_600_000).optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .optional(),
  /** One secret, or several separated by commas. */
  secret: z.string().startsWith("whsec_").optional(),
});

export const Flush = z.strictObject({ order: z.enum(["oldest-first", "newest-first"]).default("oldest-first") });

export const Redeliver = z.strictObject({ times: z.number().int().min(1).max(100).default(1) });

export const Pay = z.strictObject({
  outcome: z.enum(paymentOutcomes),
  email: z.string().optional(),
  shipping: z.strictObject({ name: z.string(), address: Address }).optional(),
  billing: Address.optional(),
  /** One of the test cards, or what its receipt shows. */
  card: z
    .union([
      z.enum(testCardNames),
      z
        .strictObject({
          brand: z.string(),
          last4: z.string().regex(/^\d{4}$/),
          exp_month: z.number().int().min(1).max(12),
          exp_year: z.number().int().min(2000).max(2100),
        })
        .partial(),
    ])
    .default("visa"),
  /** Id of the chosen shipping rate, or its display name; the first option by default. */
  shippingOption: z.string().optional(),
});

export const SetTax = z.strictObject({ sessionSkewCents: z.number().int().min(-1000).max(1000) });

export const SettlePayment = z.strictObject({ outcome: z.enum(["paid", "failed"]) });

export const SetRefunds = z.strictObject({
  mode: z.enum(["succeed", "pending"]),
  /** `processing`: taken from the balance, in progress. `insufficient_funds`: nothing has been taken. */
  reason: z.enum(["processing", "insufficient_funds"]).default("processing"),
});

export const MakeRefund = z.strictObject({
  amount: z.number().int().min(1).optional(),
  reason: z.enum(["duplicate", "fraudulent", "requested_by_customer"]).nullable().default(null),
});

export const SetBalance = z.strictObject({ mode: z.enum(["post", "hold"]) });

export const OpenDispute = z.strictObject({
  reason: z.string().min(1).default("fraudulent"),
  amount: z.number().int().min(1).optional(),
  inquiry: z.boolean().default(false),
  /** Seconds since 1970 on the stand-in's clock. Ten days from now by default. */
  dueBy: z.number().int().min(0).optional(),
});

export const CloseDispute = z.strictObject({ outcome: z.enum(["won", "lost", "warning_closed"]) });

export const Nothing = z.strictObject({});

export const SettleRefund = z.union([
  z.strictObject({ outcome: z.literal("succeeded") }),
  z.strictObject({ outcome: z.literal("failed"), reason: z.string().min(1).optional() }),
]);

export const Fail = z
  .strictObject({
    method: z.enum(["GET", "POST", "*"]).default("POST"),
    /** `*` matches anything: `/v1/*`, `/v1/checkout/sessions/*\/expire`. */
    path: z.string().startsWith("/v1/"),
    /** Null: until the faults are removed. One request if neither this nor `forSeconds` is given. */
    times: z.number().int().min(1).nullable().optional(),
    /** Until this much time has passed on the stand-in's clock. */
    forSeconds: z.number().int().min(1).optional(),
    /** Real milliseconds to wait before anything is done. */
    delayMs: z.number().int().min(0).max(60_000).default(0),
    /** A status, or one of the ways of not responding. Without it, the request is only slow. */
    status: z
      .union([
        z.number().int().min(400).max(599),
        z.enum(["reset-before-work", "reset-after-work", "hang-before-work", "hang-after-work"]),
      ])
      .optional(),
    /** Whether a status is stored under the idempotency key. By default, only a 500 is. */
    remembered: z.boolean().optional(),
    /** Stripe's advice to its SDK, which retries a 429 only if told to. */
    shouldRetry: z.boolean().optional(),
  })
  .refine(({ status, delayMs }) => status !== undefined || delayMs > 0, "Say a status or a delay");
