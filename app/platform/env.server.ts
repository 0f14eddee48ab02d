import { z } from "zod";

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);
const webAddress = z.url({ protocol: /^https?$/, hostname: /.+/ });
const secrets = z
  .string()
  .transform((text) => text.split(",").map((secret) => secret.trim()))
  .pipe(z.array(z.string().min(32, "each secret has at least 32 characters")).min(1));

const Environment = z
  .object({
    NODE_ENV: z.enum(["production", "development", "test"]).default("development"),
    /** `live` takes real money; `demo` and `test` talk to the stand-in or to Stripe's sandbox. */
    SHOP_MODE: z.enum(["demo", "test", "live"]),
    /** The address that visitors type; links in mail and on certificates begin with it. */
    SHOP_URL: webAddress.transform((url) => new URL(url).origin),
    HOST: z.string().default("127.0.0.1"),
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    /** `file:…` for SQLite, `postgresql://…` for PostgreSQL. */
    DATABASE_URL: z.string().regex(/^(file:|postgres(ql)?:\/\/)/, "begins with file: or postgresql://"),
    /** Newest first; the others still verify what they signed. */
    SECRETS: secrets,
    STRIPE_SECRET_KEY: z.string().regex(/^(sk|rk)_(test|live)_/, "begins with sk_test_, sk_live_ or rk_live_"),
    /** One, or two while a secret is being rotated. */
    STRIPE_WEBHOOK_SECRETS: z
      .string()
      .transform((text) => text.split(",").map((secret) => secret.trim()))
      .pipe(z.array(z.string().startsWith("whsec_", "begins with whsec_")).min(1).max(2)),
    /** Only for the stand-in: another host than Stripe's. */
    STRIPE_API: webAddress.optional(),
    /** Where mail goes: smtp://… or smtps://…, or a folder (file:…) where each message is a file. */
    MAIL: z.string().regex(/^(smtps?:\/\/|file:)/, "begins with smtp://, smtps:// or file:"),
    /** The address of the proxy in front, whose forwarded headers are believed. */
    TRUSTED_PROXY: z.string().optional(),
    LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
    /** Seconds that a transaction waits for its turn, and that it may last. */
    DATABASE_WAIT_SECONDS: z.coerce.number().int().min(1).default(20),
    /** Seconds between two sweeps of this process; 0 switches them off. */
    SWEEP_SECONDS: z.coerce.number().int().min(0).default(20),
  })
  .superRefine((env, context) => {
    const refuse = (name: string, message: string) => context.addIssue({ code: "custom", path: [name], message });
    const host = new URL(env.SHOP_URL).hostname;
    if (env.SHOP_URL.startsWith("http:") && !loopback.has(host))
      refuse("SHOP_URL", "must be https:// unless the shop runs on this machine only");
    if (env.SHOP_MODE !== "live") {
      if (/_live_/.test(env.STRIPE_SECRET_KEY)) refuse("STRIPE_SECRET_KEY", "a live key needs SHOP_MODE=live");
      return;
    }
    if (/^sk_test_/.test(env.STRIPE_SECRET_KEY)) refuse("STRIPE_SECRET_KEY", "SHOP_MODE=live needs a live key");
    if (env.STRIPE_API) refuse("STRIPE_API", "must not be set with SHOP_MODE=live");
    if (env.SHOP_URL.startsWith("http:")) refuse("SHOP_URL", "SHOP_MODE=live needs https://");
    if (env.MAIL.startsWith("file:")) refuse("MAIL", "SHOP_MODE=live needs an SMTP server");
  });

export type Environment = z.infer<typeof Environment>;

/** Throws one message that names every variable that is missing or wrong, and what it should be. */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const read = Environment.safeParse(source);
  if (read.success) return read.data;
  const lines = read.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return source[name] === undefined ? `  ${name} is not set` : `  ${name}: ${issue.message}`;
  });
  throw new EnvironmentError(
    `The shop can't start with this environment:\n${[...new Set(lines)].join("\n")}\nSee docs/operating.md for what each variable means.`,
  );
}

export class EnvironmentError extends Error {
  override name = "EnvironmentError";
}

let current: Environment | undefined;

/** The one environment of this process, read and checked at first use. */
export function env(): Environment {
  current ??= readEnvironment(process.env);
  return current;
}
