import { z } from "zod";
import { looksLikeEmail } from "../../email";
import { invalidRequest, ok, type Problem, type Result, refuse } from "../../objects/problem";
import type { FormTree } from "./form";

/**
 * The building blocks of parameter schemas. Every leaf of a form is text; these parse it and, if it is wrong,
 * attach Stripe's own error code to the issue (https://docs.stripe.com/error-codes) for `readParams` to report.
 */
function complain(context: z.core.$RefinementCtx, input: unknown, code: string, message: string): never {
  context.issues.push({ code: "custom", input, message, params: { code } });
  return z.NEVER;
}

/** Non-empty text. `longest` counts characters as people do, not UTF-16 units. */
export const text = (longest = 5000) =>
  z.string().transform((value, context) => {
    if (value === "") return complain(context, value, "parameter_invalid_empty", "You passed an empty string.");
    return notLonger(value, longest, context);
  });

/** Text that, if empty, unsets the previous value. */
export const unsettable = (longest = 5000) =>
  z.string().transform((value, context) => (value === "" ? null : notLonger(value, longest, context)));

function notLonger(value: string, longest: number, context: z.core.$RefinementCtx): string {
  if ([...value].length <= longest) return value;
  const message = `Invalid string: must be at most ${longest} characters`;
  return complain(context, value, "parameter_invalid_string_long", message);
}

export const integer = (least = 0, most = 99_999_999) =>
  z.string().transform((value, context) => {
    const number = /^-?\d{1,15}$/.test(value) ? Number(value) : undefined;
    if (number === undefined) {
      return complain(context, value, "parameter_invalid_integer", `Invalid integer: ${value}`);
    }
    if (number >= least && number <= most) return number;
    const wanted = number < least ? `at least ${least}` : `at most ${most}`;
    return complain(context, value, "parameter_invalid_integer", `Invalid integer: ${value} must be ${wanted}`);
  });

export const flag = z.enum(["true", "false"]).transform((value) => value === "true");

export const currency = z
  .string()
  .transform((value) => value.toLowerCase())
  .pipe(z.string().regex(/^[a-z]{3}$/, "Invalid currency: must be a three-letter ISO code"));

/** Only http(s), because it goes into links and redirects. It may contain `{CHECKOUT_SESSION_ID}`. */
export const webAddress = text().transform((value, context) => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url && /^https?:$/.test(url.protocol)) return value;
  return complain(context, value, "url_invalid", "Not a valid URL");
});

export const email = text(512).transform((value, context) =>
  looksLikeEmail(value) ? value : complain(context, value, "email_invalid", `Invalid email address: ${value}`),
);

/** Up to 50 pairs, names up to 40, values up to 500 characters (https://docs.stripe.com/api/metadata). Empty unsets. */
export const metadata = z
  .union([
    z.literal("").transform(() => ({})),
    z.array(z.string()).transform((list) => ({ ...list })),
    z.record(z.string(), z.string()),
  ])
  .transform((pairs, context): Record<string, string> => {
    const kept = Object.entries<string>(pairs).filter(([, value]) => value !== "");
    if (kept.length > 50) return complain(context, pairs, "parameter_invalid", "Metadata can have up to 50 keys");
    const wrong = kept.find(([name, value]) => [...name].length > 40 || [...value].length > 500);
    if (!wrong) return Object.fromEntries(kept);
    return complain(
      context,
      pairs,
      "parameter_invalid",
      `Metadata keys can have up to 40 and values up to 500 characters: ${wrong[0]}`,
    );
  });

export const expand = z.array(text(200)).max(20).default([]);

/** A point in time, or bounds: `created=5` or `created[gte]=5` (https://docs.stripe.com/api/events/list). */
export const range = z.union([
  integer(0, 1e12).transform((at) => ({ gte: at, lte: at })),
  z
    .strictObject({ gt: integer(0, 1e12), gte: integer(0, 1e12), lt: integer(0, 1e12), lte: integer(0, 1e12) })
    .partial(),
]);

/** Checks a decoded form. Reports only the first error, as Stripe does, with the parameter's bracketed name. */
export function readParams<T>(schema: z.ZodType<T>, form: FormTree): Result<T> {
  const read = schema.safeParse(form);
  if (read.success) return ok(read.data);
  const [issue] = read.error.issues;
  if (!issue) throw new Error("zod refused the parameters without saying why");
  return refuse(toProblem(issue, form));
}

function toProblem(issue: z.core.$ZodIssue, form: FormTree): Problem {
  const param = bracketed(issue.path);
  if (issue.code === "unrecognized_keys") {
    const unknown = bracketed([...issue.path, issue.keys[0] ?? ""]);
    return invalidRequest(`Received unknown parameter: ${unknown}`, { code: "parameter_unknown", param: unknown });
  }
  if (valueAt(form, issue.path) === undefined) {
    return invalidRequest(`Missing required param: ${param}.`, { code: "parameter_missing", param });
  }
  if (issue.code === "invalid_value") {
    return invalidRequest(`Invalid ${param}: must be one of ${issue.values.join(", ")}`, { param });
  }
  if (issue.code === "custom" && typeof issue.params?.code === "string") {
    return invalidRequest(issue.message, { code: issue.params.code, param });
  }
  return invalidRequest(issue.code === "invalid_type" ? `Invalid ${issue.expected}` : issue.message, { param });
}

function bracketed(path: PropertyKey[]): string {
  const [head = "", ...rest] = path.map(String);
  return head + rest.map((part) => `[${part}]`).join("");
}

function valueAt(form: FormTree, path: PropertyKey[]): unknown {
  return path.reduce<unknown>((value, part) => (value as Record<PropertyKey, unknown> | undefined)?.[part], form);
}
