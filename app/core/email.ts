import { z } from "zod";
import { CustomerKey } from "./ids";

const form =
  /^(?!\.)[^\s\p{Cc}@<>,;:"()[\]\\]+@[^\s\p{Cc}@<>,;:"()[\]\\.-][^\s\p{Cc}@<>,;:"()[\]\\]*\.[^\s\p{Cc}@<>,;:"()[\]\\.]{2,}$/u;

/** A typed address, checked for length and form only. Any script, "+", and the like are fine; forms that RFC 5321
 *  allows but no one uses (quoted local parts, comments, bracketed hosts) are refused because mail programs mishandle
 *  them. The part before the @ has at most 64 bytes (RFC 5321, 4.5.3.1.1). */
export const Email = z
  .string({ error: "Enter your e-mail address." })
  .trim()
  .min(1, "Enter your e-mail address.")
  .max(254, "Use at most 254 characters.")
  .regex(form, "Enter an address like name@example.com.")
  .refine((email) => !email.includes(".."), "Enter an address like name@example.com.")
  .refine(
    (email) => new TextEncoder().encode(email.slice(0, email.lastIndexOf("@"))).length <= 64,
    "The part before the @ is too long.",
  );

/** PRICING 7: the same mailbox in another letter case or Unicode form is the same customer. */
export function customerKeyOf(email: string): CustomerKey {
  return CustomerKey.parse(email.trim().normalize("NFKC").toLowerCase());
}
