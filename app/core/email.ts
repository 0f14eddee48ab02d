import { z } from "zod";

/** An address as a person types it; length and form only. Whether it exists, only mail can tell. */
export const Email = z
  .string({ error: "Enter your e-mail address." })
  .trim()
  .min(1, "Enter your e-mail address.")
  .max(254, "An e-mail address has at most 254 characters.")
  .regex(
    /^[^\s\p{Cc}@<>,;:"()[\]\\]+@[^\s\p{Cc}@<>,;:"()[\]\\]+\.[^\s\p{Cc}@<>,;:"()[\]\\.]{2,}$/u,
    "Enter an address like name@example.com.",
  );

/** PRICING 7: the same mailbox in other letter case or Unicode form is the same customer. */
export function customerKeyOf(email: string): string {
  return email.trim().normalize("NFKC").toLowerCase();
}
