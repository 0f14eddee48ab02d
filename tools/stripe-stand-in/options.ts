import { z } from "zod";

export type StandInOptions = {
  /** 0 (default): any free port. */
  port?: number;
  /** Folder for the data file. If unset, the data stays in memory and is lost when the process ends. */
  dataFolder?: string;
  /** Where events are sent. If unset, events are only listed. A control can set it later. */
  webhookUrl?: string;
  /** Signing secret(s); with several, separated by commas, events are signed with each, as at Stripe during a rotation. */
  webhookSecret?: string;
  merchant?: string;
  /** Wait before a webhook's second attempt, in milliseconds; doubles with every attempt. */
  retryBaseMs?: number;
  /** How long a webhook response may take, in milliseconds. */
  webhookTimeoutMs?: number;
  /** How long a delayed payment takes, in milliseconds on the stand-in's clock. */
  delayedPaymentMs?: number;
};

const wholeMs = z.coerce.number("must be a number of milliseconds").int().min(0);

const Environment = z
  .object({
    STAND_IN_PORT: z.coerce.number("must be a port number").int().min(0).max(65535).default(4242),
    STAND_IN_DATA: z.string().min(1).optional(),
    STAND_IN_WEBHOOK_URL: z.url({ protocol: /^https?$/, error: "must be an http(s) address" }).optional(),
    STAND_IN_WEBHOOK_SECRET: z
      .string()
      .regex(/^whsec_[^,\s]+(,whsec_[^,\s]+)*$/, "must start with whsec_ (several: separated by commas)")
      .optional(),
    STAND_IN_MERCHANT: z.string().min(1).max(100).optional(),
    STAND_IN_RETRY_MS: wholeMs.optional(),
    STAND_IN_DELAY_MS: wholeMs.optional(),
  })
  .refine((env) => !env.STAND_IN_WEBHOOK_URL || env.STAND_IN_WEBHOOK_SECRET, {
    path: ["STAND_IN_WEBHOOK_SECRET"],
    message: "is needed when STAND_IN_WEBHOOK_URL is set: unsigned events would be refused",
  });

/** Reads the environment. Empty text counts as not set. Returns one clear line for each error. */
export function readOptions(
  environment: Record<string, string | undefined>,
): { ok: true; options: StandInOptions } | { ok: false; complaints: string[] } {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const read = Environment.safeParse(given);
  if (!read.success) {
    return { ok: false, complaints: read.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`) };
  }
  const env = read.data;
  return {
    ok: true,
    options: {
      port: env.STAND_IN_PORT,
      dataFolder: env.STAND_IN_DATA,
      webhookUrl: env.STAND_IN_WEBHOOK_URL,
      webhookSecret: env.STAND_IN_WEBHOOK_SECRET,
      merchant: env.STAND_IN_MERCHANT,
      retryBaseMs: env.STAND_IN_RETRY_MS,
      delayedPaymentMs: env.STAND_IN_DELAY_MS,
    },
  };
}
