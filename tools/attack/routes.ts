import { type AddressName, addresses } from "~/addresses/addresses";
import { mailedNameOf } from "~/addresses/mailed";
import { publicPages } from "~/addresses/public-pages";
import routes from "~/routes";
import type { Cast } from "./cast";

/** Who may open an address: everyone, its owner, whoever has a mailed link, staff, or Stripe. */
export type Guard = "public" | "owner" | "link" | "staff" | "machine";
export type Screen = { pattern: string; id: string; guard: Guard };

/** Pages for everybody that aren't the same for everybody. */
const open: ReadonlySet<AddressName> = new Set<AddressName>([
  ...(["cart", "checkout", "checkoutDone", "checkoutContinue", "checkoutContinueLink"] as const),
  ...(["accountSignIn", "accountSignInLink", "accountSignOut"] as const),
  ...(["verify", "verifyCertificate", "devMail", "devLetter", "devLetterHtml", "staffSignIn", "staffSignOut"] as const),
]);

type Entry = { path?: string; file: string; id?: string; index?: boolean; children?: Entry[] };

/** Every address in app/routes.ts. */
export const screens: Screen[] = (routes as Entry[]).flatMap((entry) => screensOf(entry));

function screensOf({ path, file, id, children = [] }: Entry, parent = ""): Screen[] {
  const pattern = [parent, path].filter(Boolean).join("/");
  const own = { pattern, id: id ?? file.replace(/\.tsx?$/, ""), guard: guardOf(pattern) };
  return [own, ...children.flatMap((child) => screensOf(child, pattern))];
}

/** Throws for an address that is neither open to all nor below one that is guarded, so a new one has to be decided about. */
function guardOf(pattern: string): Guard {
  const name = Object.entries(addresses).find(([, own]) => own === pattern)?.[0] as AddressName | undefined;
  if (pattern === "*" || (name && (publicPages.has(name) || open.has(name)))) return "public";
  if (name === "listingPdf") return "public";
  if (name === "stripeWebhook") return "machine";
  if (/^staff(\/|$)/.test(pattern)) return "staff";
  if (/^account(\/|$)/.test(pattern)) return "owner";
  if (mailedNameOf(`/${pattern.replaceAll(/:\w+/g, "x")}`)) return "link";
  throw new Error(`tools/attack/routes.ts doesn't know who may open ${pattern}`);
}

type Filled = { of: string; path: string };

/** An address with the owner's values, unknown ones, and ones that were made to break something. */
export function fillings({ pattern }: Screen, { owner }: Cast): Filled[] {
  const path = `/${pattern === "*" ? "nothing-here" : pattern}`;
  if (!path.includes(":")) return [{ of: "", path }];
  const owners: Record<string, string> = {
    ...{ order: owner.order, enrollment: owner.enrollment, number: "1", signature: "forged", slug: "iv-therapeutics" },
    ...{ discipline: "CT", promotion: "iv-therapeutics-sale", format: "iv-therapeutics.book_by_mail", zone: "canada" },
    ...{ day: "2025-11-24", source: "sample", letter: "receipt" },
  };
  const filled = (value: (name: string) => string) => path.replaceAll(/:(\w+)/g, (_, name: string) => value(name));
  return [
    { of: "the owner's values", path: filled((name) => owners[name] ?? "guessed") },
    ...hostile.map((value) => ({ of: value, path: filled(() => value) })),
  ];
}

const hostile = [
  "%27%20OR%201%3D1--",
  "..%2f..%2fetc%2fpasswd",
  "%3Czqx-attack%3E%E2%98%83",
  "__proto__",
  "%ED%A0%80",
  "9".repeat(40),
];
