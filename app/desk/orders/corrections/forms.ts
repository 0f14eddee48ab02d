import { z } from "zod";
import { Email } from "~/core/email";
import { plainLines } from "~/core/plain-text";
import { tick } from "~/core/tick";
import { typedLine } from "~/core/typed-inputs";
import { CertificateName } from "~/learning/participant";

export const NoteForm = z.object({
  text: z
    .string({ error: "Write the note." })
    .transform((text) => plainLines(text).trim())
    .pipe(z.string().min(1, "Write the note.").max(2000, "Use at most 2,000 characters.")),
});

/** `was`: the address that the page showed; another in its place means that somebody was quicker. */
export const EmailForm = z.object({
  was: z.string({ error: "Choose the address to correct." }).max(254),
  email: Email,
  resend: tick,
});
export type EmailForm = z.infer<typeof EmailForm>;

const optional = typedLine("").optional();

export const NameForm = z.object({ was: z.string().max(200), name: CertificateName });
export type NameForm = z.infer<typeof NameForm>;

/** A parcel's address, in the shape that Stripe gives it. `was` is the stored one as text. */
export const AddressForm = z
  .object({
    was: z.string().max(4000),
    name: typedLine("Enter who receives the parcel."),
    line1: typedLine("Enter street and number."),
    line2: optional,
    city: typedLine("Enter the city."),
    state: optional,
    postal_code: typedLine("Enter the ZIP or postal code.", 20),
    country: typedLine("Enter the country’s two letters, like US.", 2)
      .transform((code) => code.toUpperCase())
      .refine((code) => /^[A-Z]{2}$/.test(code), "Enter the country’s two letters, like US."),
  })
  .transform(({ was, name, line2, state, ...address }) => ({
    was,
    address: { name, address: { ...address, line2: line2 ?? null, state: state ?? null } },
  }));
export type AddressForm = z.infer<typeof AddressForm>;

export const ResendForm = z.object({
  choice: z.string({ error: "Choose a mail." }).min(1, "Choose a mail.").max(400),
  known: z.coerce.number().int().min(0),
});
