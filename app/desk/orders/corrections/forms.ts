import { z } from "zod";
import { Email } from "~/core/email";
import { plainLines } from "~/core/form/plain-text";
import { singleLine } from "~/core/form/typed-inputs";
import { CertificateName } from "~/learning/participant/participant";

export const NoteForm = z.object({
  text: z
    .string({ error: "Enter a note." })
    .transform((text) => plainLines(text).trim())
    .pipe(z.string().min(1, "Enter a note.").max(2000, "Use at most 2,000 characters.")),
});

/** `was`: the address the page showed; if it differs from the stored one, someone else changed it first. */
export const EmailForm = z.object({
  was: z.string({ error: "Choose the address to correct." }).max(254),
  email: Email,
});
export type EmailForm = z.infer<typeof EmailForm>;

const optional = singleLine("").optional();

export const NameForm = z.object({ was: z.string().max(200), name: CertificateName });
export type NameForm = z.infer<typeof NameForm>;

/** A mailing address in Stripe's shape. `was` is the stored one as text. */
export const AddressForm = z
  .object({
    was: z.string().max(4000),
    name: singleLine("Enter the recipient."),
    line1: singleLine("Enter the street address."),
    line2: optional,
    city: singleLine("Enter the city."),
    state: optional,
    postal_code: singleLine("Enter the ZIP or postal code.", 20),
    country: singleLine("Enter the two-letter country code, like US.", 2)
      .transform((code) => code.toUpperCase())
      .refine((code) => /^[A-Z]{2}$/.test(code), "Enter the two-letter country code, like US."),
  })
  .transform(({ was, name, line2, state, ...address }) => ({
    was,
    address: { name, address: { ...address, line2: line2 ?? null, state: state ?? null } },
  }));
export type AddressForm = z.infer<typeof AddressForm>;

export const ResendForm = z.object({
  choice: z.string({ error: "Choose an e-mail." }).min(1, "Choose an e-mail.").max(400),
  known: z.coerce.number().int().min(0),
});
