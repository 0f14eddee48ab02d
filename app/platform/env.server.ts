import { z } from "zod";
import {
  demoProblem,
  liveMailProblem,
  proxyMissing,
  proxyProblem,
  secretProblem,
  stripeKeyProblem,
  webhookSecretProblem,
} from "./env-problems";

const webAddress = z.url({ protocol: /^https?$/, hostname: /.+/ });
/** Problems that don't depend on the mode are listed even if another variable is missing. */
const judged = (problemOf: (text: string) => string | undefined) =>
  z.string().superRefine((text, context) => {
    const message = problemOf(text);
    if (message) context.addIssue({ code: "custom", message });
  });
const list = z.string().transform((text) => text.split(",").map((part) => part.trim()));

const Environment = z
  .object({
    NODE_ENV: z.enum(["production", "development", "test"]).default("development"),
    /** `live` takes real money; `demo` and `test` talk to the stand-in or to Stripe's sandbox. */
    SHOP_MODE: z.enum(["demo", "test", "live"]),
    /** The shop's public origin, used for links in mail and on certificates. */
    SHOP_URL: webAddress.transform((url) => new URL(url).origin),
    HOST: z.string().default("127.0.0.1"),
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    /** `file:…` for SQLite, `postgresql://…` for PostgreSQL. */
    DATABASE_URL: z.string().regex(/^(file:|postgres(ql)?:\/\/)/, "must begin with file: or postgresql://"),
    /** Newest first; older ones still verify what they signed. */
    SECRETS: list.pipe(z.array(judged((secret) => secretProblem(secret, false)))),
    STRIPE_SECRET_KEY: judged((key) => stripeKeyProblem(key)),
    /** One, or two while a secret is being rotated. */
    STRIPE_WEBHOOK_SECRETS: list.pipe(
      z.array(judged((secret) => webhookSecretProblem(secret, false))).max(2, "hold at most two while one is rotated"),
    ),
    /** Host of the Stripe stand-in; otherwise unset. */
    STRIPE_API: webAddress.optional(),
    /** Where mail goes: smtp://… or smtps://…, or a folder (file:…) with one file per message. */
    MAIL: z.string().regex(/^(smtps?:\/\/|file:)/, "must begin with smtp://, smtps://, or file:"),
    /** Addresses and networks of the reverse proxies whose forwarded headers are trusted. */
    TRUSTED_PROXY: judged(proxyProblem).optional(),
    /** Lets a demo listen on a private address. */
    DEMO_NETWORK: z.literal("private").optional(),
    /** Node's own switch. */
    NODE_TLS_REJECT_UNAUTHORIZED: z.string().optional(),
    LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
    /** Longest wait for a transaction to start, and longest it may run. */
    DATABASE_WAIT_SECONDS: z.coerce.number().int().min(1).default(20),
    /** Seconds between this process's sweeps; 0 turns them off. */
    SWEEP_SECONDS: z.coerce.number().int().min(0).default(20),
  })
  .superRefine((env, context) => {
    const refuse = (name: string, ...problems: (string | undefined)[]) => {
      for (const message of problems) if (message) context.addIssue({ code: "custom", path: [name], message });
    };
    const isLive = env.SHOP_MODE === "live";
    refuse("SECRETS", ...env.SECRETS.map((secret) => secretProblem(secret, isLive)));
    refuse("STRIPE_SECRET_KEY", stripeKeyProblem(env.STRIPE_SECRET_KEY, isLive));
    refuse("STRIPE_WEBHOOK_SECRETS", ...env.STRIPE_WEBHOOK_SECRETS.map((one) => webhookSecretProblem(one, isLive)));
    const isPlain = env.SHOP_URL.startsWith("http:");
    const host = new URL(env.SHOP_URL).hostname.replace(/^\[|\]$/g, "");
    const isPrivateDemo = env.SHOP_MODE === "demo" && env.DEMO_NETWORK === "private";
    if (isPlain && demoProblem(host, isPrivateDemo))
      refuse("SHOP_URL", "must be https:// unless it is a loopback address");
    if (env.SHOP_MODE === "demo") {
      refuse("HOST", demoProblem(env.HOST, isPrivateDemo));
      refuse("SHOP_URL", demoProblem(host, isPrivateDemo));
    }
    if (!isLive) return;
    if (env.TRUSTED_PROXY === undefined) refuse("TRUSTED_PROXY", proxyMissing);
    if (env.STRIPE_API) refuse("STRIPE_API", "must not be set with SHOP_MODE=live");
    if (isPlain) refuse("SHOP_URL", "SHOP_MODE=live needs https://");
    refuse("MAIL", liveMailProblem(env.MAIL));
    if (env.NODE_TLS_REJECT_UNAUTHORIZED === "0")
      refuse("NODE_TLS_REJECT_UNAUTHORIZED", "0 would talk to anyone who claims to be Stripe; leave it out");
  });

export type Environment = z.infer<typeof Environment>;

/** Throws one error that lists every missing or invalid variable and what it should be. */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const read = Environment.safeParse(source);
  if (read.success) return read.data;
  const lines = read.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    const isMissing = source[name] === undefined && issue.code !== "custom";
    return isMissing ? `  ${name} is not set` : `  ${name}: ${issue.message}`;
  });
  throw new EnvironmentError(
    `The shop can't start with this environment:\n${[...new Set(lines)].join("\n")}\nSee docs/operating.md for what each variable means.`,
  );
}

export class EnvironmentError extends Error {
  override name = "EnvironmentError";
}

let current: Environment | undefined;

/** This process's environment, read and validated on first use. */
export function env(): Environment {
  current ??= readEnvironment(process.env);
  return current;
}
