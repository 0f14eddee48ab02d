import { z } from "zod";
import { Email } from "~/core/email";
import { CertificateName } from "~/learning/participant";

/** What the page before payment asks. The name is printed on the certificate as it is typed. */
export const CheckoutForm = z.object({
  email: Email,
  certificateName: CertificateName,
  /** The total that the page showed, in cents: what the shopper consents to. A higher one is never charged. */
  agreedCents: z.coerce.number().int().min(0),
});
export type CheckoutForm = z.infer<typeof CheckoutForm>;
