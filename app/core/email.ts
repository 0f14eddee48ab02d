import { z } from "zod";
import { CustomerKey } from "./ids";

const form =
  /^(?!\.)[^\s\p{Cc}@<>,;:"()[\]\\]+@[^\s\p{Cc}@<>,;:"()[\]\\.-][^\s\p{Cc}@<>,;:"()[\]\\]*\.[^\s\p{Cc}@<>,;:"()[\]\\.]{2,}$/u;

/** An address as a person types it; length and form only. Whether it exists, only mail can tell. Letters of any script, "+" and
 *  the like are fine on both sides; what RFC 5321 allows and nobody has (quoted local parts, comments, addresses of machines
 *  in brackets) is refused, since mail programs trip over it. The part before the @ has at most 64 bytes (RFC 5321, 4.5.3.1.1). */
export const Email = z
  .string({ error: "Enter your e-mail address." })
  .trim()
  .min(1, "Enter your e-mail address.")
  .max(254, "An e-mail address has at most 254 characters.")
  .regex(form, "Enter an address like name@example.com.")
  .refine((email) => !email.includes(".."), "Enter an address like name@example.com.")
  .refine(
    (email) => new TextEncoder().encode(email.slice(0, email.lastIndexOf("@"))).length <= 64,
    "The part before the @ is too long.",
  );

/** PRICING 7: the same mailbox in other letter case or Unicode form is the same customer. */
export function customerKeyOf(email: string): CustomerKey {
  return CustomerKey.parse(email.trim().normalize("NFKC").toLowerCase());
}
