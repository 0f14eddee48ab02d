import { z } from "zod";
import { Email } from "~/core/email";

/** What the page before payment asks. The name is printed on the certificate as it is typed. */
export const CheckoutForm = z.object({
  email: Email,
  certificateName: z
    .string({ error: "Enter your name as it shall stand on the certificate." })
    .trim()
    .min(2, "Enter your full name.")
    .max(200, "A name has at most 200 characters.")
    .regex(/^[^\p{Cc}<>]*$/u, "A name has no control characters and no < or >."),
  /** The total that the page showed, in cents: what the shopper consents to. A higher one is never charged. */
  agreedCents: z.coerce.number().int().min(0),
});
export type CheckoutForm = z.infer<typeof CheckoutForm>;
