import { z } from "zod";

export type StandInOptions = {
  /** 0 (default): any free port. */
  port?: number;
  /** Folder for the data file. None: the data live in memory and end with the process. */
  dataFolder?: string;
  /** Where events are sent. None: events are only listed. A control can set it later. */
  webhookUrl?: string;
  /** Signing secret(s); several, parted by commas, sign with each, as Stripe does while a secret is being replaced. */
  webhookSecret?: string;
  merchant?: string;
  /** Wait before the second attempt of a webhook, in milliseconds; doubles with every attempt. */
  retryBaseMs?: number;
  /** How long a webhook may take to be answered, in milliseconds. */
  webhookTimeoutMs?: number;
  /** How long a delayed payment takes, in milliseconds of the stand-in's clock. */
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
      .regex(/^whsec_[^,\s]+(,whsec_[^,\s]+)*$/, "must start with whsec_ (several: parted by commas)")
      .optional(),
    STAND_IN_MERCHANT: z.string().min(1).max(100).optional(),
    STAND_IN_RETRY_MS: wholeMs.optional(),
    STAND_IN_DELAY_MS: wholeMs.optional(),
  })
  .refine((env) => !env.STAND_IN_WEBHOOK_URL || env.STAND_IN_WEBHOOK_SECRET, {
    path: ["STAND_IN_WEBHOOK_SECRET"],
    message: "is needed when STAND_IN_WEBHOOK_URL is set: unsigned events would be refused",
  });

/** Reads the environment. Empty text counts as not set. Answers with one clear line for each thing that is wrong. */
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
