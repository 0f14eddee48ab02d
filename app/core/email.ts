import { z } from "zod";
import { CustomerKey } from "./ids";

const missing = "Enter your e-mail address.";
const example = "Enter an address like name@example.com.";
const badDomain = "Check the part after the @: we can’t send mail there. Enter an address like name@example.com.";

/** One mailbox has one spelling: full-width letters are folded, invisible characters are dropped, and the domain is written as mail
 *  servers know it (IDN as `xn--…`, lowercase, no final dot). A domain that no server can have stays as typed. */
export function cleanEmail(typed: string): string {
  const text = withoutInvisible(typed).trim();
  const at = text.lastIndexOf("@");
  const domain = at < 0 ? undefined : asciiDomain(text.slice(at + 1));
  return domain === undefined ? text : `${text.slice(0, at)}@${domain}`;
}

/** A typed address, cleaned and checked for length and form only. Any script, "+", and the like are fine; forms that RFC 5321
 *  allows but no one uses (quoted local parts, comments, bracketed hosts) are refused because mail programs mishandle
 *  them. The part before the @ has at most 64 bytes (RFC 5321, 4.5.3.1.1). */
export const Email = z
  .string({ error: missing })
  // Bounds the work; cleaning can make it shorter.
  .max(1000, "Use at most 254 characters.")
  .transform(cleanEmail)
  .superRefine((email, context) => {
    const message = problemOf(email);
    if (message) context.addIssue({ code: "custom", message });
  });

const form = /^(?!\.)[^\s\p{C}@<>,;:"()[\]\\]+(?<!\.)@[^\s\p{C}@<>,;:"()[\]\\.]+\.[^\s\p{C}@<>,;:"()[\]\\]+$/u;

function problemOf(email: string): string | undefined {
  if (email === "") return missing;
  if (email.length > 254) return "Use at most 254 characters.";
  if (!form.test(email) || email.includes("..")) return example;
  const at = email.lastIndexOf("@");
  if (new TextEncoder().encode(email.slice(0, at)).length > 64) return "The part before the @ is too long.";
  return asciiDomain(email.slice(at + 1)) === undefined ? badDomain : undefined;
}

/** PRICING 7: one mailbox is one customer, in any letter case, width, Unicode form, and spelling of its domain, and with any invisible
 *  characters in it. Never throws: text that is no address is only folded. */
export function customerKeyOf(email: string): CustomerKey {
  return CustomerKey.parse(cleanEmail(cleanEmail(email).toLowerCase()));
}

/** Zero-width and bidirectional marks, soft hyphens, variation selectors, and the like. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/** Folded first, since folding can leave a filler, and again, since a mark in between keeps letter and accent apart. */
function withoutInvisible(text: string): string {
  return text.normalize("NFKC").replace(invisible, "").normalize("NFKC");
}

/** The domain in ASCII; undefined if no mail server can have it. `URL` knows the rules of IDN, but would also take ports, paths, and
 *  numbers. */
function asciiDomain(domain: string): string | undefined {
  if (domain.length > 254 || !/^(?:[\dA-Za-z.-]|[^\p{ASCII}\p{C}\s])+$/u.test(domain)) return undefined;
  const labels = (hostOf(domain) ?? "").replace(/\.$/, "").split(".");
  const isName = labels.every((label) => /^(?!-)[\da-z-]{1,63}(?<!-)$/.test(label));
  return isName && labels.length > 1 && /^[a-z][\da-z-]+$/.test(labels.at(-1) ?? "") ? labels.join(".") : undefined;
}

function hostOf(domain: string): string | undefined {
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return undefined;
  }
}
